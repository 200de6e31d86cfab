import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { localToken } from '../../../infra/local/client/local-token.ts';
import { loopClient } from '../../../infra/local/client/loop-client.ts';
import { ExpectationFailed } from '../../../infra/local/scenario/player/expectation.ts';
import { townPads } from '../../../infra/local/scenario/town/hall.ts';
import { historyStart, loadTown } from '../../../infra/local/scenario/town/load-town.ts';
import type { LoadOptions } from '../../../infra/local/scenario/town/load-town.ts';
import { readLedger, writeLedger } from '../../../infra/local/scenario/town/load/ledger.ts';
import { planTown } from '../../../infra/local/scenario/town/plan.ts';
import type { TownPlan } from '../../../infra/local/scenario/town/plan.ts';
import type { PlannedRating } from '../../../infra/local/scenario/town/rating-plan.ts';
import { integrators } from '../../../infra/local/scenario/town/table/integrator.table.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { isBad } from '../../../shared/domain/rating/rating.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import { startLoop } from '../../support/loop.ts';
import type { Loop } from '../../support/loop.ts';

const today = '2026-11-22' as CivilDate;
const until = Date.parse('2026-11-22T04:00:00.000Z');

/** Its third stop has a bad rating, one on a pad and one entered by staff. */
const seed = 'crash-381';

/** The first days of the town are enough to break off and go on. */
const opening = (given: string, day: CivilDate): TownPlan => {
  const plan = planTown(given, day);
  return { ...plan, stops: plan.stops.slice(0, 5) };
};

const { stops } = opening(seed, today);
const [done, broken] = [stops.slice(0, 2), stops[2]];
const countOf = (lists: readonly (readonly unknown[])[]): number => lists.flat().length;
const events = stops.flatMap((stop) => stop.events);
const played = new Set(events.map(({ facts }) => facts.eventId));
const ratings = stops.flatMap((stop) => stop.ratings);
const bad = (rating: PlannedRating): boolean => isBad(rating.words.level, defaultPolicy);

const death = new Error('the process was killed');

/** The process dies when it has let what fell due happen so many times. */
const dieAt = (last: number) => {
  let calls = 0;
  return (): Promise<void> => {
    calls += 1;
    return calls < last ? Promise.resolve() : Promise.reject(death);
  };
};

describe('loading the town', () => {
  let loop: Loop;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'town-'));
    loop = await startLoop({ at: Date.parse(historyStart(today)) });
  }, 120_000);
  afterAll(async () => {
    await loop.stop();
    await rm(dataDir, { recursive: true });
  });

  const load = (changes: Partial<LoadOptions> = {}) =>
    loadTown({
      url: loop.system.url,
      clock: loop.clock,
      dataDir,
      until,
      seed,
      makePlan: opening,
      tokenOf: (account) => localToken(loop.system.url, account),
      ...changes,
    });

  const openTickets = async (): Promise<number> => {
    const supervisor = await loop.staff('supervisor-city');
    const { body } = await supervisor.get<{ tickets: object[] }>('/v1/tickets?view=area');
    return body.tickets.length;
  };

  it('has a plan in which every intake is used before the loading is broken off', () => {
    expect(broken?.ratings.some(bad)).toBe(true);
    expect(new Set(broken?.ratings.map(({ intake }) => intake.by))).toContain('pad');
    expect(new Set(broken?.ratings.map(({ intake }) => intake.by))).toContain('staff');
  });

  it('breaks off with its progress and its keys kept, for their owner only', async () => {
    // Before and after each of three stops: in the third, once everything of it was sent.
    await expect(load({ settle: dieAt(6) })).rejects.toBe(death);
    const ledger = readLedger(dataDir);
    const { mode } = await stat(join(dataDir, 'town.json'));
    expect(ledger).toMatchObject({ seed, today, finished: false, played: done.at(-1)!.number });
    expect(Object.keys(ledger!.integrators)).toHaveLength(integrators.length);
    expect(Object.keys(ledger!.pads)).toHaveLength(townPads.length);
    expect(Object.keys(ledger!.padTokens)).not.toHaveLength(0);
    expect(mode & 0o777).toBe(0o600);
  }, 60_000);

  it('goes on where it broke off, without doubling what was done', async () => {
    const all = [...done, broken!];
    const loaded = await load();
    const again = broken!.events.length + broken!.ratings.length;
    expect(loaded).toEqual({
      stops: stops.length - done.length,
      events: events.length - countOf(all.map((stop) => stop.events)),
      ratings: ratings.length - countOf(all.map((stop) => stop.ratings)),
      tickets: countOf(stops.slice(all.length).map((stop) => stop.ratings.filter(bad))),
      actions: 1,
      repeats: again,
      missed: 0,
    });
    expect(loop.clock.now()).toBe(until);
  }, 60_000);

  it('has brought every event, rating and ticket of the plan exactly once', async () => {
    const keys = readLedger(dataDir)!.integrators;
    const client = loopClient(loop.system.url, { now: () => loop.clock.now() });
    for (const { projectNo, integrator, events: its } of planTown(seed, today).cases) {
      const planned = its.filter(({ facts }) => played.has(facts.eventId));
      if (planned.length === 0) continue;
      const reply = await client
        .signed(keys[integrator]!)
        .get<{ timeline: object[] }>(`/v1/cases/${projectNo}`);
      expect([projectNo, reply.body.timeline.length]).toEqual([projectNo, planned.length]);
    }
    expect(await openTickets()).toBe(ratings.filter(bad).length);
    expect(ratings.filter(bad).length).toBeGreaterThan(0);
  }, 60_000);

  it('and has joined the city and the center with each other', async () => {
    const client = loopClient(loop.system.url, { now: () => loop.clock.now() });
    const { body: center } = await client
      .open()
      .get<{ access: { accessKey: string }; callbackKey: string }>('/_local/center');
    const admin = await loop.staff('sysadmin');
    const { body: city } = await admin.get<{ access: object }>('/v1/center');
    expect(city.access).toMatchObject({ scheme: 'hmac', accessKey: center.access.accessKey });
    const { body } = await admin.get<{ integrators: { accessKey: string; may: string[] }[] }>(
      '/v1/integrators',
    );
    const callers = body.integrators.filter(({ may }) => may.includes('center'));
    expect(callers.map(({ accessKey }) => accessKey)).toEqual([center.callbackKey]);
  });

  it('does nothing when the town is there', async () => {
    const before = loop.clock.now();
    const loaded = await load({ until: until + 3_600_000 });
    const nothing = { events: 0, ratings: 0, tickets: 0, actions: 0, repeats: 0, missed: 0 };
    expect(loaded).toEqual({ stops: 0, ...nothing });
    expect(loop.clock.now()).toBe(before);
  });

  it('makes keys anew that were lost before they could be kept, and says what is refused', async () => {
    const ledger = readLedger(dataDir)!;
    const [lost] = integrators;
    delete ledger.integrators[lost.word];
    writeLedger(dataDir, { ...ledger, finished: false, played: -1 });
    const attempt = load();
    await expect(attempt).rejects.toThrow(ExpectationFailed);
    await expect(attempt).rejects.toThrow('case_of_other_source');
    const admin = await loop.staff('sysadmin');
    const { body } = await admin.get<{ integrators: { name: string; state: string }[] }>(
      '/v1/integrators',
    );
    const own = body.integrators.filter(({ name }) => name === lost.name);
    expect(own.map(({ state }) => state).toSorted()).toEqual(['active', 'revoked']);
  }, 60_000);
});
