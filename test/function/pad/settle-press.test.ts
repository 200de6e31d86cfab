/** What was pressed without a token and can be bound to no contact is settled by two persons. */
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { watchPads } from '../../../functions/pad/watch.ts';
import { addMs } from '../../../shared/domain/time/instant.ts';
import type { Person } from '../request.ts';
import { bodyOf, fridayMorning, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';
import { collect, setUp } from './pad-bench.ts';

const minute = 60_000;
const twoWeeks = 15 * 24 * 60 * minute;
const note = '该时段窗口无办件，无法核实';

const propose = (world: World, padId: string, sequence = 1, as: object = people.admin) =>
  world.call('POST /v1/pads/{padId}/settle', {
    as: { ...people.admin, ...as },
    path: { padId },
    body: { sequence, note },
    nonce: randomUUID(),
  });

const confirm = (world: World, id: string, as: Person = people.secondAdmin) =>
  world.call('POST /v1/approvals/{id}/confirm', { as, path: { id }, body: {} });

const idOf = (reply: Awaited<ReturnType<typeof propose>>): string =>
  bodyOf<{ approvalId: string }>(reply).approvalId;

/** A bad press that no contact of the window can be meant by, while it is still tried. */
const pressed = async () => {
  const bench = await setUp();
  const { world, pad } = bench;
  const ratedAt = addMs(fridayMorning, 60 * minute);
  world.clock.advance(120 * minute);
  const press = { sequence: 1, level: 'dissatisfied', tags: ['209'], ratedAt };
  await collect(world, pad, press);
  const listed = async (state?: 'settled') => {
    const query = state === undefined ? {} : { state };
    const reply = await world.call('GET /v1/oversight/presses', { as: people.supervisor, query });
    return bodyOf<{ presses: readonly object[] }>(reply).presses;
  };
  const published: Readonly<Record<string, number>>[] = [];
  const watch = watchPads({
    ...world.stores,
    now: world.clock.now,
    publish: (counts) => void published.push(counts),
  });
  const counted = async () => {
    await watch();
    return published.at(-1)?.['PressesOpen'];
  };
  return { ...bench, padId: pad.accessKey, press, listed, counted };
};

describe('a press that a person has to settle', () => {
  it('is counted from the end of its tries, stays with both names and the note, and is in no figure', async () => {
    const { world, padId, listed, counted } = await pressed();
    expect(outcomeOf(await propose(world, padId))).toBe('409 press_still_tried');
    expect(await counted()).toBe(0);
    world.clock.advance(twoWeeks);
    expect(await counted()).toBe(1);
    const id = idOf(await propose(world, padId));
    expect(outcomeOf(await confirm(world, id, people.admin))).toBe('403 same_person');
    const done = await confirm(world, id);
    expect(bodyOf(done)).toMatchObject({ result: { padId, sequence: 1, note } });
    expect(await counted()).toBe(0);
    expect(await listed()).toEqual([]);
    expect(await listed('settled')).toMatchObject([
      {
        sequence: 1,
        needsPerson: false,
        settled: { by: 'u-admin', confirmedBy: 'u-admin-2', note },
      },
    ]);
    expect(world.stores.presses.held()).toHaveLength(1);
    expect(world.stores.memory.count('rating')).toBe(0);
  });

  it('is settled once, and neither taken up nor bound afterwards', async () => {
    const { world, padId, integrator, pad, press } = await pressed();
    world.clock.advance(twoWeeks);
    const [first, second] = [await propose(world, padId), await propose(world, padId)].map(idOf);
    expect(outcomeOf(await confirm(world, first ?? ''))).toBe('200');
    expect(outcomeOf(await confirm(world, second ?? ''))).toBe('200');
    expect(outcomeOf(await propose(world, padId))).toBe('409 press_settled');
    const projectNo = await world.acceptedCase(integrator);
    const takeUp = await world.call('POST /v1/pads/{padId}/take-up', {
      as: people.admin,
      path: { padId },
      body: { sequence: 1, projectNo, serviceNumber: 1, reason: '核对，经核对属实' },
    });
    expect(outcomeOf(takeUp)).toBe('409 press_settled');
    await collect(world, pad, press);
    expect(world.stores.memory.count('rating')).toBe(0);
    expect(world.stores.presses.held()).toMatchObject([{ settled: { note } }]);
  });

  it('is superseded when two persons took it up meanwhile', async () => {
    const { world, padId, integrator } = await pressed();
    world.clock.advance(twoWeeks);
    const settling = idOf(await propose(world, padId));
    const projectNo = await world.acceptedCase(integrator);
    await world.byTwo('POST /v1/pads/{padId}/take-up', {
      as: people.admin,
      path: { padId },
      body: { sequence: 1, projectNo, serviceNumber: 1, reason: '核对，经核对属实' },
    });
    expect(outcomeOf(await confirm(world, settling))).toBe('409 approval_superseded');
    expect(world.stores.memory.count('rating')).toBe(1);
    expect(outcomeOf(await propose(world, padId))).toBe('404 kept_rating_unknown');
  });

  it('is unknown to who does not reach its hall', async () => {
    const { world, padId } = await pressed();
    const elsewhere = { area: '330683' };
    expect(outcomeOf(await propose(world, padId, 1, elsewhere))).toBe('404 pad_unknown');
    expect(outcomeOf(await propose(world, padId, 2))).toBe('404 kept_rating_unknown');
  });
});
