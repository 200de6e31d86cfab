import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { localToken } from '../../../infra/local/client/local-token.ts';
import { historyStart, loadTown } from '../../../infra/local/scenario/town/load-town.ts';
import type { LoadOptions } from '../../../infra/local/scenario/town/load-town.ts';
import { planTown, usualSeed } from '../../../infra/local/scenario/town/plan.ts';
import type { TownPlan } from '../../../infra/local/scenario/town/plan.ts';
import { ticketScenarios } from '../../../infra/local/scenario/town/table/ticket-scenario.table.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import { startLoop } from '../../support/loop.ts';
import type { Loop } from '../../support/loop.ts';

const today = '2026-11-22' as CivilDate;
const until = Date.parse('2026-11-22T04:00:00.000Z');

/** Only what concerns the bad ratings, over the whole four weeks. */
const badOnes = (seed: string, day: CivilDate): TownPlan => {
  const plan = planTown(seed, day);
  const ratings = plan.ratings.filter(({ scenario }) => scenario !== undefined);
  const rated = new Set(ratings.map(({ projectNo }) => projectNo));
  const stops = plan.stops.map((stop) => ({
    ...stop,
    events: stop.events.filter(({ facts }) => rated.has(facts.projectNo)),
    ratings: stop.ratings.filter(({ scenario }) => scenario !== undefined),
  }));
  return {
    ...plan,
    ratings,
    stops: stops.filter(
      ({ events, ratings: its, actions }) => events.length + its.length + actions.length > 0,
    ),
  };
};

interface File {
  readonly state: string;
  readonly round: number;
  readonly rung: number;
  readonly late: boolean;
  readonly returns: number;
  readonly followUp?: { readonly level: string };
  readonly extension?: { readonly days: number };
  readonly hardship?: { readonly reviewOn: string };
  readonly audit: {
    readonly intact: boolean;
    readonly steps: readonly { readonly by: { readonly role: string }; readonly type: string }[];
  };
}

const death = new Error('the process was killed');

describe('what becomes of the bad ratings of the town', () => {
  let loop: Loop;
  let dataDir: string;
  const files = new Map<string, File>();
  const plan = badOnes(usualSeed, today);
  const planned = plan.stops.flatMap(({ actions }) => actions);

  const load = (changes: Partial<LoadOptions> = {}) =>
    loadTown({
      url: loop.system.url,
      clock: loop.clock,
      dataDir,
      until,
      makePlan: badOnes,
      tokenOf: (account) => localToken(loop.system.url, account),
      settle: () => loop.system.idle(),
      ...changes,
    });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'scenarios-'));
    loop = await startLoop({ at: Date.parse(historyStart(today)) });
  }, 120_000);
  afterAll(async () => {
    await loop.stop();
    await rm(dataDir, { recursive: true });
  });

  const file = (name: string): File => {
    const found = files.get(name);
    if (!found) throw new Error(`no ticket took the scenario: ${name}`);
    return found;
  };

  it('is played to its end, even when the process dies in the middle of it', async () => {
    const half = (Date.parse(historyStart(today)) + until) / 2;
    let settledAt = 0;
    const mortal = async (): Promise<void> => {
      const now = loop.clock.now();
      // The second time at one moment is after the actions of a stop, before it counts as played.
      if (now === settledAt && now > half) throw death;
      settledAt = now;
      await loop.system.idle();
    };
    await expect(load({ settle: mortal })).rejects.toBe(death);
    const rest = await load();
    expect(rest.repeats).toBeGreaterThan(0);
    expect(rest.missed).toBe(0);
    const supervisor = await loop.staff('supervisor-city');
    for (const { projectNo, serviceNumber, scenario } of plan.ratings) {
      const path = `/v1/tickets/${projectNo}-${serviceNumber}`;
      files.set(scenario!.name, (await supervisor.get<File>(path)).body);
    }
    expect(files.size).toBe(ticketScenarios.length + 1);
  }, 120_000);

  it('has every action of the plan once, in whole audit chains', () => {
    const steps = [...files.values()].flatMap(({ audit }) => audit.steps);
    const done = steps.filter(({ by, type }) => by.role !== 'system' && type !== 'opened');
    expect(done).toHaveLength(planned.length);
    expect([...files.values()].every(({ audit }) => audit.intact)).toBe(true);
  });

  it.each([
    ['left alone', { state: 'open', round: 1, rung: 4, late: true }],
    ['closed and praised', { state: 'closed', followUp: { level: 'very_satisfied' } }],
    ['extended', { state: 'rectifying', late: false, extension: { days: 10 } }],
    ['on the hardship register', { state: 'hardship', hardship: { reviewOn: '2026-12-06' } }],
    ['sent back and closed', { state: 'closed', returns: 1, late: false }],
    ['dismissed', { state: 'dismissed', rung: 0 }],
    ['explained and closed', { state: 'closed', returns: 0 }],
    ['bad again', { state: 'open', round: 2, rung: 5, followUp: { level: 'dissatisfied' } }],
    ['in closure review', { state: 'closure_review' }],
    ['being put right', { state: 'rectifying', rung: 0 }],
    ['dismissal asked for', { state: 'dismissal_review' }],
    ['just in', { state: 'open', round: 1, returns: 0 }],
    ['waiting', { state: 'open', round: 1, rung: 1, late: false }],
  ])('leaves the one %s in its state', (name, expected) => {
    expect(file(name)).toMatchObject(expected);
  });

  it('missed no escalation on the way', async () => {
    const auditor = await loop.staff('auditor');
    const { body } = await auditor.get<{ missedEver: number; results: object[] }>(
      '/v1/escalations/watch',
    );
    expect(body.missedEver).toBe(0);
    expect(body.results.length).toBeGreaterThan(0);
  });
});
