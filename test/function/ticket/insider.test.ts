import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { addMs } from '../../../shared/domain/time/instant.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { callBack, contest, own, ratedByOther, ruled } from '../rating/contest-world.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import { closer, contact, deskOf, handIn, newDesk } from './desk.ts';
import type { Desk } from './desk.ts';

const bad = { level: 'very_dissatisfied', text: '等了九天', contactConsent: true };
const { handler, supervisor } = people;
const transport = { creditCode: '11330602MB1A2B3C46', area: '330602' };

/** The same account after it changed to another department, as an overseer. */
const moved = (id: string): Person => ({ ...closer, id, roles: ['supervisor', 'reviewer'] });

const overTicket = (id: string): Person => ({ ...moved('u-transport-1'), department: id });

const allowedTo = async (desk: Desk, as: Person): Promise<readonly string[]> =>
  bodyOf<{ allowed: string[] }>(await desk.file(as)).allowed;

describe('the ticket of the rating that took the place of another', () => {
  it('is decided by no department that had the first ticket, and nobody who worked on it', async () => {
    const given = await ratedByOther(bad);
    const former = deskOf(given.world, { id: `${given.projectNo}-1`, receipt: '' });
    const worker = { ...handler, id: 'u-former-1' };
    await former.done(worker, contact);
    await former.done(supervisor, { type: 'transfer', to: transport, note: '职责清单第三项' });
    await contest(given, bad);
    expect((await ruled(given, 'upheld')).status).toBe(200);
    const desk = deskOf(given.world, { id: `${given.projectNo}-1g2`, receipt: '' });
    await handIn(desk);
    const colleague = overTicket(transport.creditCode);
    expect(outcomeOf(await desk.act(moved(worker.id), { type: 'approve' }))).toBe('403 own_work');
    expect(outcomeOf(await desk.act(colleague, { type: 'approve' }))).toBe('403 own_department');
    for (const as of [moved(worker.id), colleague]) {
      expect(await allowedTo(desk, as)).not.toContain('approve');
    }
    expect(outcomeOf(await desk.act(moved('u-fresh'), { type: 'approve' }))).toBe('200');
  });
});

describe('who is told to have served after the rating', () => {
  it('decides neither on its ticket nor on a contest of it', async () => {
    const world = newWorld();
    const by = await world.integrator();
    const projectNo = nextProjectNo();
    const at = world.clock.now();
    const event = acceptedEvent({ projectNo, at });
    const { staff, ...nameless } = event.contact!;
    const report = (eventId: string, told: object, after: number) =>
      world.call('POST /v1/cases', {
        by,
        nonce: randomUUID(),
        body: { events: [{ ...event, eventId, at: addMs(at, after), contact: told }] },
      });
    await report('e1', nameless, 0);
    const token = await world.token(by, projectNo);
    await world.call('POST /v1/ratings', { body: { token, ...bad } });
    const desk = deskOf(world, { id: `${projectNo}-1`, receipt: '' });
    await handIn(desk);
    const server = moved(staff!.id);
    expect(await allowedTo(desk, server)).toContain('approve');
    await report('e2', event.contact!, 1000);
    expect(await allowedTo(desk, server)).toEqual([]);
    expect(outcomeOf(await desk.act(server, { type: 'approve' }))).toBe('403 own_work');
    const second = await world.token(by, projectNo, 'sms');
    await world.call('POST /v1/ratings/contest', { body: { token: second, ...bad } });
    const path = { id: `${projectNo}-1c1` };
    const shown = await world.call('GET /v1/contests/{id}', { as: server, path });
    expect(outcomeOf(shown)).toBe('404 contest_unknown');
  });
});

describe('who offered a file for a ticket', () => {
  it.each([
    ['claimInvalid', { grounds: 'mistaken' }, 'invalid'],
    ['claimHardship', { reviewOn: '2026-12-18' }, 'hardship'],
  ])('rules on no %s that rests on it', async (type, more, claim) => {
    const desk = await newDesk();
    const claimer = { ...handler, id: 'u-claimer' };
    const evidence = [await desk.upload('pdf')];
    await desk.done(claimer, contact);
    await desk.done(claimer, { type: 'find', kind: 'complex', cause: 'other' });
    await desk.done(claimer, { type, ...more, evidence, note: '有材料' });
    const rule = { type: 'rule', claim, grant: true, note: '属实' };
    expect(outcomeOf(await desk.act(moved(handler.id), rule))).toBe('403 own_work');
  });

  it('rules on no contest of its rating', async () => {
    const given = await ratedByOther(bad);
    const desk = deskOf(given.world, { id: `${given.projectNo}-1`, receipt: '' });
    await desk.upload('pdf');
    await contest(given, { level: 'very_satisfied' });
    const sender = moved(handler.id);
    expect(outcomeOf(await callBack(given, own, sender))).toBe('404 contest_unknown');
    expect((await callBack(given, own, moved('u-fresh'))).status).toBe(200);
  });
});
