/** What a pad sent and was refused ends by two persons: taken up as it was made, or with a note. */
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { watchPads } from '../../../functions/pad/watch.ts';
import type { Person } from '../request.ts';
import { bodyOf, outcomeOf, people } from '../world.ts';
import { collect, good, setUp } from './pad-bench.ts';

const note = '评价器软件故障，未记录评价等级';

/** A pad whose first batch holds one rating that is refused. */
const refusing = async (rating: object) => {
  const bench = await setUp();
  const { world, pad } = bench;
  await collect(world, pad, { sequence: 1, ...rating });
  const padId = pad.accessKey;
  const [refused] = [...world.stores.pads.refused.values()];
  const key = { sequence: refused?.sequence ?? -1, mark: refused?.mark ?? '' };
  const call = (act: 'settle' | 'take-up', body: object, as: Person = people.admin) =>
    world.call(`POST /v1/pads/{padId}/${act}`, {
      as,
      path: { padId },
      body: { ...key, ...body },
      nonce: randomUUID(),
    });
  const propose = async (): Promise<string> =>
    bodyOf<{ approvalId: string }>(await call('settle', { note })).approvalId;
  const confirm = (id: string) =>
    world.call('POST /v1/approvals/{id}/confirm', {
      as: people.secondAdmin,
      path: { id },
      body: {},
    });
  const file = async () => {
    const as = people.supervisor;
    return bodyOf(await world.call('GET /v1/oversight/pads/{padId}', { as, path: { padId } }));
  };
  const counted = async () => {
    let open: number | undefined;
    const publish = (counts: Readonly<Record<string, number>>) => {
      open = counts['RefusedOpen'];
    };
    await watchPads({ ...world.stores, now: world.clock.now, publish })();
    return open;
  };
  return { ...bench, padId, key, call, propose, confirm, file, counted };
};

describe('a refused rating that says no level', () => {
  it('is counted until two persons settle it, and shows their note', async () => {
    const { world, call, propose, confirm, file, counted, key } = await refusing({
      level: 'splendid',
    });
    expect(await counted()).toBe(1);
    expect(await file()).toMatchObject({
      refused: { count: 1, open: 1 },
      refusals: [{ needsPerson: true, settled: null }],
    });
    const id = await propose();
    expect(outcomeOf(await confirm(id))).toBe('200');
    expect(await counted()).toBe(0);
    expect(await file()).toMatchObject({
      refused: { count: 1, open: 0 },
      refusals: [
        {
          ...key,
          needsPerson: false,
          takenUp: null,
          settled: { by: 'u-admin', confirmedBy: 'u-admin-2', note },
        },
      ],
    });
    expect(outcomeOf(await call('settle', { note }))).toBe('409 refused_settled');
    expect(world.stores.memory.count('rating')).toBe(0);
    expect(world.stores.pads.refused.size).toBe(1);
  });

  it('without a number is settled under its mark', async () => {
    const { key, propose, confirm, counted } = await refusing({ sequence: 'x', level: 'splendid' });
    expect(key.sequence).toBe(0);
    expect(outcomeOf(await confirm(await propose()))).toBe('200');
    expect(await counted()).toBe(0);
  });

  it('is unknown to who does not reach its hall, and under another mark', async () => {
    const { call } = await refusing({ level: 'splendid' });
    const elsewhere = { ...people.admin, area: '330683' };
    expect(outcomeOf(await call('settle', { note }, elsewhere))).toBe('404 pad_unknown');
    expect(outcomeOf(await call('settle', { note, mark: 'b' }))).toBe('404 kept_rating_unknown');
  });
});

describe('a refused rating that can be taken up', () => {
  it('is either taken up or settled, whichever two persons confirm first', async () => {
    const { world, integrator, call, propose, confirm } = await refusing({
      token: 'broken',
      ...good,
    });
    const projectNo = await world.acceptedCase(integrator);
    const contact = { projectNo, serviceNumber: 1, reason: '经核对叫号记录' };
    const takeUp = bodyOf<{ approvalId: string }>(await call('take-up', contact)).approvalId;
    const settlement = await propose();
    expect(outcomeOf(await confirm(settlement))).toBe('200');
    expect(outcomeOf(await confirm(takeUp))).toBe('409 approval_superseded');
    expect(outcomeOf(await call('take-up', contact))).toBe('409 refused_settled');
    expect(world.stores.memory.count('rating')).toBe(0);
  });

  it('is not settled once it is taken up', async () => {
    const { world, integrator, call, propose, confirm } = await refusing({
      token: 'broken',
      ...good,
    });
    const projectNo = await world.acceptedCase(integrator);
    const contact = { projectNo, serviceNumber: 1, reason: '经核对叫号记录' };
    const takeUp = bodyOf<{ approvalId: string }>(await call('take-up', contact)).approvalId;
    const settlement = await propose();
    expect(outcomeOf(await confirm(takeUp))).toBe('200');
    expect(outcomeOf(await confirm(settlement))).toBe('409 approval_superseded');
    expect(outcomeOf(await call('settle', { note }))).toBe('409 refused_taken_up');
    expect(world.stores.memory.count('rating')).toBe(1);
  });
});

describe('a rating of a pad that came second', () => {
  it('waits for nobody: its contact has its rating', async () => {
    const { world, pad, integrator } = await setUp();
    const projectNo = await world.acceptedCase(integrator);
    const { contact } = bodyOf<{ contact: { token: string } }>(
      await world.call('GET /v1/pads/me/current', { by: pad }),
    );
    const token = await world.token(integrator, projectNo);
    await world.call('POST /v1/ratings', { body: { token, ...good } });
    await collect(world, pad, {
      sequence: 1,
      token: contact.token,
      level: 'dissatisfied',
      tags: ['209'],
    });
    const file = await world.call('GET /v1/oversight/pads/{padId}', {
      as: people.supervisor,
      path: { padId: pad.accessKey },
    });
    expect(bodyOf(file)).toMatchObject({ refused: { count: 1, open: 0 } });
  });
});
