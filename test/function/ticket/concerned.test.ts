import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import { closer, contact, deskOf, find, handIn, newDesk, submit } from './desk.ts';
import type { Desk } from './desk.ts';

/** Under the account of somebody else, with the roles of an overseer outside the department. */
const overseer = (id: string): Person => ({ ...closer, id, roles: ['supervisor', 'reviewer'] });

const outcomesFor = async (desk: Desk, as: Person): Promise<readonly string[]> => {
  const { allowed } = bodyOf<{ allowed: string[] }>(await desk.file(as));
  expect(allowed).toEqual([]);
  const outcomes: string[] = [];
  for (const action of [
    { type: 'approve' },
    { type: 'return', note: '重办' },
    { type: 'urge' },
    { type: 'unmask', note: '核实评价人' },
  ])
    outcomes.push(outcomeOf(await desk.act(as, action)));
  return outcomes;
};

const refused = Array.from({ length: 4 }, () => '403 own_work');

/** A bad rating of a hotline call, with its ticket. */
const enteredDesk = async (): Promise<Desk> => {
  const world = newWorld();
  const projectNo = await world.acceptedCase(await world.integrator());
  const said = {
    projectNo,
    serviceNumber: 1,
    channel: 'hotline',
    record: '12345-20261120-0001',
    level: 'dissatisfied',
    tags: ['209'],
    contactConsent: true,
  };
  const entered = await world.call('POST /v1/entries', { as: people.operator, body: said });
  const { id } = bodyOf<{ id: string }>(entered);
  const confirm = { as: people.secondOperator, path: { id }, body: {} };
  await world.call('POST /v1/entries/{id}/confirm', confirm);
  return deskOf(world, { id: `${projectNo}-1`, receipt: '' });
};

describe('the ticket of a bad rating', () => {
  it('is overseen by nobody who served, under whatever writing of their id', async () => {
    const desk = await newDesk();
    await handIn(desk);
    expect(await outcomesFor(desk, overseer('w-001'))).toEqual(refused);
    expect(await outcomesFor(desk, overseer('W-001'))).toEqual(refused);
    expect(outcomeOf(await desk.act(overseer('w-002'), { type: 'approve' }))).toBe('200');
  });

  it('is overseen by nobody who entered or checked the rating', async () => {
    const desk = await enteredDesk();
    await handIn(desk);
    for (const { id } of [people.operator, people.secondOperator]) {
      expect(await outcomesFor(desk, overseer(id))).toEqual(refused);
    }
    expect(outcomeOf(await desk.act(closer, { type: 'approve' }))).toBe('200');
  });

  it('is decided by nobody who opened the name or sent a file for the department', async () => {
    const desk = await newDesk();
    const opener = { ...people.handler, id: 'u-opener' };
    await desk.done(opener, { type: 'unmask', note: '需电话核实' });
    const evidence = [await desk.upload('pdf')];
    const submitter = { ...people.handler, id: 'u-submitter' };
    await desk.done(submitter, contact);
    await desk.done(submitter, find);
    await desk.done(submitter, { ...submit, result: 'rectified', evidence });
    for (const id of [opener.id, people.handler.id, submitter.id]) {
      const outcome = outcomeOf(await desk.act(overseer(id), { type: 'approve' }));
      expect(outcome).toBe(id === submitter.id ? '403 own_submission' : '403 own_work');
    }
    // A decision of somebody outside makes nobody a worker.
    await desk.done(closer, { type: 'return', note: '请补充材料' });
    await desk.done(submitter, { ...submit, result: 'rectified', evidence });
    expect(outcomeOf(await desk.act(closer, { type: 'approve' }))).toBe('200');
  });
});
