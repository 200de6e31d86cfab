/** What those who decide about a refused rating see of it. */
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { bodyOf, people } from '../world.ts';
import { answerOf, collect, good, setUp } from './pad-bench.ts';

type Bench = Awaited<ReturnType<typeof setUp>>;

const refusalsOf = async ({ world, pad }: Bench) => {
  const path = { padId: pad.accessKey };
  const reply = await world.call('GET /v1/oversight/pads/{padId}', { as: people.supervisor, path });
  return bodyOf<{ refusals: { says: unknown; sameNumber: unknown; needsPerson: boolean }[] }>(reply)
    .refusals;
};

const markOf = ({ world }: Bench): string => [...world.stores.pads.refused.values()][0]?.mark ?? '';

const aboutOf = async ({ world, pad }: Bench, act: 'settle' | 'take-up', body: object) => {
  const proposed = await world.call(`POST /v1/pads/{padId}/${act}`, {
    as: people.admin,
    path: { padId: pad.accessKey },
    body: { sequence: 1, ...body },
    nonce: randomUUID(),
  });
  const { approvalId: id } = bodyOf<{ approvalId: string }>(proposed);
  const as = people.secondAdmin;
  const reply = await world.call('GET /v1/approvals/{id}', { as, path: { id } });
  return bodyOf<{ about: unknown }>(reply).about;
};

describe('a refused rating', () => {
  const says = { levels: ['dissatisfied'], tags: ['510', '999'], hasWords: true };

  it('shows its level, its tags and whether there are words, to both persons', async () => {
    const bench = await setUp();
    const { world, pad, nextToken } = bench;
    const rating = { level: 'dissatisfied', tags: ['510', '999'], text: '等了很久' };
    await collect(world, pad, { sequence: 1, token: await nextToken(), ...rating });
    const refusals = await refusalsOf(bench);
    expect(refusals).toMatchObject([{ says }]);
    const mark = markOf(bench);
    const about = await aboutOf(bench, 'take-up', { mark, reason: '指标有误' });
    expect(about).toMatchObject({ says });
    const settling = await aboutOf(bench, 'settle', { mark, note: '无法核实' });
    expect(settling).toMatchObject({ says });
    expect(JSON.stringify([refusals, about, settling])).not.toContain('等了');
  });

  it('shows nothing of what is no rating at all', async () => {
    const bench = await setUp();
    await collect(bench.world, bench.pad, '张三说很慢');
    expect(await refusalsOf(bench)).toMatchObject([{ says: null }]);
  });
});

describe('the same number of a refused rating', () => {
  it('is shown with the rating that was stored under it later', async () => {
    const bench = await setUp();
    const { world, pad, nextToken } = bench;
    const token = await nextToken();
    await collect(world, pad, { sequence: 1, token, level: 'splendid' });
    expect(await refusalsOf(bench)).toMatchObject([{ sameNumber: null, needsPerson: true }]);
    world.clock.advance(60_000);
    const answer = answerOf(await collect(world, pad, { sequence: 1, token, ...good }));
    expect(answer.stored).toEqual([{ sequence: 1 }]);
    const number = await world.stores.pads.numberOf({ padId: pad.accessKey, sequence: 1 });
    expect(await refusalsOf(bench)).toMatchObject([
      {
        needsPerson: true,
        sameNumber: {
          at: '2026-11-20T09:31:01.000+08:00',
          state: 'rated',
          projectNo: number?.contact?.projectNo,
          serviceNumber: 1,
        },
      },
    ]);
  });

  it('is shown with what waits for its contact', async () => {
    const bench = await setUp();
    const { world, pad } = bench;
    const ratedAt = world.clock.now();
    await collect(world, pad, { sequence: 1, ratedAt, level: 'splendid' });
    await collect(world, pad, { sequence: 1, ratedAt, ...good });
    const none = { projectNo: null, serviceNumber: null };
    expect(await refusalsOf(bench)).toMatchObject([{ sameNumber: { state: 'held', ...none } }]);
  });

  it('is nothing while only the number itself is known, or there is none', async () => {
    const bench = await setUp();
    const { world, pad } = bench;
    await collect(world, pad, { sequence: 1, token: 'broken', ...good }, 'noise');
    const refusals = await refusalsOf(bench);
    expect(refusals.map(({ sameNumber }) => sameNumber)).toEqual([null, null]);
  });

  it('is not the rating that two persons took up', async () => {
    const bench = await setUp();
    const { world, pad, nextToken } = bench;
    await collect(world, pad, { sequence: 1, token: await nextToken(), ...good, tags: ['999'] });
    const proposed = await world.call('POST /v1/pads/{padId}/take-up', {
      as: people.admin,
      path: { padId: pad.accessKey },
      body: { sequence: 1, mark: markOf(bench), reason: '指标有误' },
    });
    const { approvalId: id } = bodyOf<{ approvalId: string }>(proposed);
    const as = people.secondAdmin;
    await world.call('POST /v1/approvals/{id}/confirm', { as, path: { id }, body: {} });
    expect(await refusalsOf(bench)).toMatchObject([{ needsPerson: false, sameNumber: null }]);
  });
});
