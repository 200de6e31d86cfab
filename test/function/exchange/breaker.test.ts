import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { addMs } from '../../../shared/domain/time/instant.ts';
import type { ReportStore } from '../../../shared/port/exchange/store.ts';
import { unclear } from '../../fake/strict-center.ts';
import { people } from '../world.ts';
import type { World } from '../world.ts';
import { newExchange } from './exchange-bench.ts';

const minute = 60_000;

const resendRating = (world: World, projectNo: string) =>
  world.call('POST /v1/reports/outbox/{projectNo}/resend', {
    as: people.supervisor,
    path: { projectNo },
    body: { record: 'rating-01-1', reason: '重报，经核对属实' },
  });

describe('a case that takes too long', () => {
  it.each([
    ['at exactly two minutes', 120_000, ['service 1', 'rating 1/1']],
    ['after more than two minutes', 120_001, ['service 1']],
  ])('%s', async (_what, ms, taken) => {
    const { world, works, rated } = newExchange();
    const projectNo = await rated();
    works.center.refuse = () => {
      world.clock.advance(ms);
      return undefined;
    };
    await works.send(projectNo);
    expect(works.taken()).toEqual(taken);
  });

  it('waits for the next run, which sends the rest, and counts no attempt', async () => {
    const { world, works, rated, fileOf, stores } = newExchange();
    const projectNo = await rated();
    works.center.refuse = () => {
      world.clock.advance(3 * minute);
      return undefined;
    };
    await works.send(projectNo);
    expect((await fileOf(projectNo)).outbox).toMatchObject({
      state: 'pending',
      nextAt: world.clock.now(),
      attempts: 0,
    });
    expect(await stores.center.health()).toBeUndefined();
    works.center.refuse = () => undefined;
    expect(await works.resume()).toEqual([projectNo]);
    expect(works.taken()).toEqual(['service 1', 'rating 1/1']);
    expect((await fileOf(projectNo)).outbox).toBeUndefined();
  });
});

describe('a center that does not answer', () => {
  it('is asked for a case again after a wait that doubles, and has a wait of its own from the third failure on', async () => {
    const { world, works, rated, silence, fileOf, stores } = newExchange();
    const projectNo = await rated();
    silence(4);
    const waited: unknown[] = [];
    const fail = async (failing: string) => {
      await works.send(failing);
      const { nextAt, attempts } = (await fileOf(failing)).outbox ?? {};
      const { failures, openUntil } = (await stores.center.health()) ?? {};
      const now = world.clock.now();
      waited.push([attempts, nextAt === addMs(now, waits.shift() ?? 0), failures]);
      return openUntil;
    };
    const waits = [2 * minute, 4 * minute, 8 * minute, 4 * minute];
    const since = world.clock.now();
    expect(await fail(projectNo)).toBeUndefined();
    world.clock.advance(10 * minute);
    expect(await fail(projectNo)).toBeUndefined();
    world.clock.advance(10 * minute);
    expect(await fail(projectNo)).toBe(addMs(world.clock.now(), 2 * minute));
    world.clock.advance(10 * minute);
    const other = await rated();
    expect(await fail(other)).toBe(addMs(world.clock.now(), 4 * minute));
    expect(waited).toEqual([
      [1, true, 1],
      [2, true, 2],
      [3, true, 3],
      [1, true, 4],
    ]);
    expect(await stores.center.health()).toMatchObject({ since, why: 'no_answer' });
  });

  it('is not called: a new case waits until it is asked again, one that waits already stays', async () => {
    const { works, rated, silence, fileOf, stores } = newExchange();
    const sent = await rated();
    await works.send(sent);
    silence(3);
    const failing = [await rated(), await rated(), await rated()];
    for (const projectNo of failing) await works.send(projectNo);
    const health = await stores.center.health();
    const [waiting] = failing;
    const before = (await fileOf(waiting!)).outbox;
    const made = works.center.calls.length;
    const fresh = await rated();
    for (const projectNo of [fresh, waiting!, sent]) await works.send(projectNo);
    expect(works.center.calls).toHaveLength(made);
    expect((await fileOf(fresh)).outbox).toMatchObject({
      state: 'pending',
      nextAt: health?.openUntil,
      attempts: 0,
    });
    expect((await fileOf(waiting!)).outbox).toEqual(before);
    expect((await fileOf(sent)).outbox).toBeUndefined();
  });

  it('has not answered because the own check refused a record, or nothing was left to send', async () => {
    const { works, rated, silence, stores } = newExchange();
    const sent = await rated();
    await works.send(sent);
    silence(1);
    await works.send(await rated());
    expect(await stores.center.health()).toMatchObject({ failures: 1 });
    const refused = await rated('satisfied', '');
    await works.send(refused);
    await works.send(sent);
    expect(await stores.center.health()).toMatchObject({ failures: 1 });
    await works.send(await rated());
    expect(await stores.center.health()).toMatchObject({ failures: 0 });
  });

  it('has answered with one record, whatever else it holds of the case', async () => {
    const { world, works, rated, silence, stores } = newExchange();
    const projectNo = await rated();
    await works.send(projectNo);
    silence(1);
    await works.send(await rated());
    await resendRating(world, projectNo);
    await works.send(projectNo);
    expect(await stores.center.health()).toMatchObject({ failures: 0 });
  });
});

describe('what is published', () => {
  it('counts what a call tried, by what became of it', async () => {
    const { works, rated, silence } = newExchange();
    await works.send(await rated('satisfied', ''));
    silence(1);
    await works.send(await rated());
    expect(works.published).toEqual([
      { ReportsAccepted: 0, ReportsRejected: 1, ReportsUnclear: 0 },
      { ReportsAccepted: 0, ReportsRejected: 0, ReportsUnclear: 1 },
    ]);
  });

  it('counts a duplicate as accepted, and not again what an earlier call tried', async () => {
    const { world, works, rated } = newExchange();
    const projectNo = await rated();
    works.center.troubles.push({ afterwards: unclear('no_answer') });
    await works.send(projectNo);
    world.clock.advance(5 * minute);
    await works.send(projectNo);
    await resendRating(world, projectNo);
    await works.send(projectNo);
    expect(works.published).toEqual([
      { ReportsAccepted: 0, ReportsRejected: 0, ReportsUnclear: 1 },
      { ReportsAccepted: 2, ReportsRejected: 0, ReportsUnclear: 0 },
      { ReportsAccepted: 1, ReportsRejected: 0, ReportsUnclear: 0 },
    ]);
  });
});

describe('the outbox', () => {
  it('keeps a case that is stuck as it is while nothing changes', async () => {
    const { works, rated, fileOf } = newExchange();
    const projectNo = await rated('satisfied', '');
    await works.send(projectNo);
    const { outbox } = await fileOf(projectNo);
    expect(outbox).toMatchObject({ state: 'stuck', rejected: ['service-01'] });
    await works.send(projectNo);
    expect((await fileOf(projectNo)).outbox).toEqual(outbox);
  });

  it.each(['outbox', 'record'] as const)(
    'lets the call come again when another one changed its %s meanwhile',
    async (changed) => {
      const { stores, rated, ...bench } = newExchange();
      const given = { ...stores.reports };
      const save: ReportStore['save'] = async (change) =>
        changed in change ? 'conflict' : given.save(change);
      Object.assign(stores.reports, { save });
      bench.silence(1);
      await expect(bench.works.send(await rated())).rejects.toThrow(
        changed === 'outbox' ? 'requested again meanwhile' : 'changed by another writer',
      );
    },
  );
});
