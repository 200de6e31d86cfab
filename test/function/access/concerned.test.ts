/** What a resident said is ended or stored by nobody of whom it was said. */
import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { addMs } from '../../../shared/domain/time/instant.ts';
import { creditCode } from '../../support/case-facts.ts';
import { evaluationItem, newCenterWorld } from '../exchange/center-world.ts';
import { collect, good, setUp } from '../pad/pad-bench.ts';
import type { Reply } from '../reply.ts';
import type { Person } from '../request.ts';
import { bodyOf, fridayMorning, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const { admin, secondAdmin } = people;
const { department: _department, ...nowhere } = admin;

const colleague: Person = { ...secondAdmin, department: creditCode };
/** The person who served, in another department today. */
const server: Person = { ...secondAdmin, id: 'W-001' };

const concerned = [
  ['a colleague of the rated department', colleague, '403 own_department'],
  ['the person who served', server, '403 own_work'],
  ['a person whose department nobody knows', nowhere, '403 department_missing'],
] as const;

interface Given {
  readonly world: World;
  readonly propose: (as: Person) => Promise<Reply>;
}

const confirm = (world: World, proposed: Reply, as: Person) =>
  world.call('POST /v1/approvals/{id}/confirm', {
    as,
    path: { id: bodyOf<{ approvalId: string }>(proposed).approvalId },
    body: {},
  });

type PadCall = 'settle' | 'take-up';

const onPad = (
  world: World,
  { padId, act, body }: { readonly padId: string; readonly act: PadCall; readonly body: object },
): Given => ({
  world,
  propose: (as) =>
    world.call(`POST /v1/pads/{padId}/${act}`, { as, path: { padId }, body, nonce: randomUUID() }),
});

/** A rating over the link of the window's case that was refused: its indicator does not exist. */
const refused = async (act: PadCall, rating: object): Promise<Given> => {
  const { world, pad, integrator } = await setUp();
  await world.acceptedCase(integrator);
  const current = await world.call('GET /v1/pads/me/current', { by: pad });
  const { token } = bodyOf<{ contact: { token: string } }>(current).contact;
  await collect(world, pad, { sequence: 1, token, ...rating });
  const [{ mark } = { mark: '' }] = [...world.stores.pads.refused.values()];
  const words = act === 'settle' ? { note: '无法核实来源' } : { reason: '经核对属实' };
  return onPad(world, { padId: pad.accessKey, act, body: { sequence: 1, mark, ...words } });
};

/** What was pressed without a token while the window served two cases, after its tries. */
const pressed = async (): Promise<Given> => {
  const { world, pad, integrator } = await setUp();
  await world.acceptedCase(integrator);
  await world.acceptedCase(integrator);
  const ratedAt = addMs(fridayMorning, 60_000);
  world.clock.advance(60 * 60_000);
  await collect(world, pad, { sequence: 1, level: 'dissatisfied', tags: ['209'], ratedAt });
  world.clock.advance(15 * 24 * 60 * 60_000);
  const body = { sequence: 1, note: '无法核实来源' };
  return onPad(world, { padId: pad.accessKey, act: 'settle', body });
};

const callback = async (act: 'settle' | 'take', body: object): Promise<Given> => {
  const center = await newCenterWorld();
  const { world, projectNo } = center;
  const item = evaluationItem({
    evaluationLevelModelList: [{ level: 9, levelType: 1, status: 1 }],
  });
  const sent = await center.call('evaluation.sync', {
    targetId: projectNo,
    evaluationItemModel: item,
  });
  const { id } = bodyOf<{ kept: { id: string } }>(sent).kept;
  return {
    world,
    propose: (as) =>
      world.call(`POST /v1/center/callbacks/{id}/${act}`, { as, path: { id }, body }),
  };
};

describe.each([
  ['a refused rating is settled', () => refused('settle', { level: 'splendid' })],
  ['a refused rating is taken up', () => refused('take-up', { ...good, tags: ['999'] })],
  ['a press is settled', pressed],
  ['a callback is settled', () => callback('settle', { note: '无法核实来源' })],
  ['a callback is taken in', () => callback('take', { reason: '经核对属实', level: 'satisfied' })],
] as const)('%s', (_what, given) => {
  it.each(concerned)('not by %s', async (_who, person, refusal) => {
    const { world, propose } = await given();
    expect(outcomeOf(await propose(person))).toBe(refusal);
    const proposed = await propose(admin);
    expect(outcomeOf(proposed)).toBe('202');
    expect(outcomeOf(await confirm(world, proposed, { ...person, id: `x-${person.id}` }))).toBe(
      person === server ? '200' : '404 approval_unknown',
    );
  });

  it('by two persons outside, and the one who served confirms nothing', async () => {
    const { world, propose } = await given();
    const proposed = await propose(admin);
    expect(outcomeOf(await confirm(world, proposed, server))).toBe('404 approval_unknown');
    expect(outcomeOf(await confirm(world, proposed, secondAdmin))).toBe('200');
  });
});
