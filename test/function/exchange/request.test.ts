import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { rejected } from '../../fake/strict-center.ts';
import { outcomeOf, people } from '../world.ts';
import { newExchange } from './exchange-bench.ts';

const minute = 60_000;
const as = people.supervisor;
const reason = '重报，经核对属实';

let bench: ReturnType<typeof newExchange>;
let projectNo: string;

/** A case whose service and rating the center has accepted. */
beforeEach(async () => {
  bench = newExchange();
  projectNo = await bench.rated();
  await bench.works.send(projectNo);
});

const ask = (verb: 'resend' | 'withdraw', body: object) => {
  const path = { projectNo };
  return bench.world.call(`POST /v1/reports/outbox/{projectNo}/${verb}`, {
    as,
    path,
    body: { reason, ...body },
  });
};

const outbox = async () => (await bench.fileOf(projectNo)).outbox;

describe('a request of staff', () => {
  it('makes the case due at once, whatever it waited for', async () => {
    bench.silence(1);
    await ask('resend', { record: 'service-01' });
    await bench.works.resume();
    bench.world.clock.advance(minute);
    const answer = await ask('resend', { record: 'rating-01-1' });
    expect(answer).toMatchObject({
      status: 202,
      body: {
        projectNo,
        record: {
          record: 'rating-01-1',
          state: 'accepted',
          revision: 1,
          asked: { what: 'resend', by: as.id, reason },
        },
      },
    });
    const now = bench.world.clock.now();
    expect(await outbox()).toMatchObject({ state: 'pending', nextAt: now, attempts: 0 });
  });

  it('takes its record from the refused ones, and leaves the others there', async () => {
    bench.works.center.refuse = () => rejected('1007', '区划或部门不存在');
    for (const record of ['service-01', 'rating-01-1']) await ask('resend', { record });
    await bench.works.resume();
    const both = await outbox();
    expect(both?.state).toBe('stuck');
    expect(both?.rejected.toSorted()).toEqual(['rating-01-1', 'service-01']);
    bench.world.clock.advance(minute);
    await ask('resend', { record: 'service-01' });
    expect(await outbox()).toMatchObject({
      state: 'pending',
      since: bench.world.clock.now(),
      rejected: ['rating-01-1'],
      waiting: [],
    });
  });

  it('about no record has the whole case looked through, and answers with none', async () => {
    const answer = await ask('resend', {});
    expect(answer).toMatchObject({ status: 202, body: { projectNo, record: null } });
    expect(await outbox()).toMatchObject({ state: 'pending', rejected: [], waiting: [] });
  });

  it('is refused while another writer changes the case', async () => {
    Object.assign(bench.stores.reports, { save: async () => 'conflict' });
    expect(outcomeOf(await ask('resend', {}))).toBe('503 busy');
    expect(outcomeOf(await ask('resend', { record: 'service-01' }))).toBe('503 busy');
  });
});
