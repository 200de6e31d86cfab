import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CivilDate } from '../../shared/domain/time/instant.ts';
import { center } from '../simulation/center-access.ts';
import {
  caseAtCenter,
  figures,
  heldAtCenter,
  outbox,
  recount,
  reconcile,
  resendStuck,
} from '../simulation/month-outcome.ts';
import { healed, passTime, playMonth } from '../simulation/month.ts';
import type { PlayedMonth } from '../simulation/month.ts';
import { done } from '../simulation/people.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

const hour = 3_600_000;
/** The first working Monday of the month, 09:00 in Shanghai. */
const november = Date.parse('2026-11-02T01:00:00.000Z');

let loop: Loop;
let played: PlayedMonth;
let span: { readonly from: CivilDate; readonly to: CivilDate };

beforeAll(async () => {
  loop = await startLoop({ at: november, isDirect: true });
  const days = Number(process.env['MONTH_DAYS'] ?? 30);
  played = await playMonth(loop, { days, casesADay: 3, seed: 'november' });
  span = { from: played.days[0]!, to: played.days.at(-1)! };
}, 300_000);

afterAll(async () => {
  await loop?.stop();
});

describe('a month with repeats, lost answers, throttling and a center that fails', () => {
  it('leaves what the center refused in the stuck list, named by the reconciliation', async () => {
    const stuck = await outbox(loop, 'stuck');
    expect(stuck.length).toBeGreaterThan(0);
    const found = (await reconcile(loop, played.days)).map((one) => one.found);
    expect(found.flatMap((one) => Object.keys(one))).toContain('rejected');
  });

  it('is reported in full once a person has sent the refused records again', async () => {
    healed(loop);
    expect(await resendStuck(loop)).toBeGreaterThan(0);
    await passTime(loop, 6 * hour, 12);
    expect(await outbox(loop, 'stuck')).toEqual([]);
    expect(await outbox(loop, 'pending')).toEqual([]);
  });

  it('has figures that equal the recount', async () => {
    const counted = await recount(loop, span.from, span.to);
    expect(counted.differences).toEqual([]);
    expect(counted).toMatchObject({ equal: true, read: { cases: played.cases } });
    const { total } = await figures(loop, span.from, span.to);
    const rated = played.rated.length;
    const bad = played.rated.filter((one) => one.bad).length;
    expect(bad).toBeGreaterThan(4);
    expect(total.counts).toMatchObject({ rated, bad, finished: played.cases });
    expect(total.rates['good']).toMatchObject({ numerator: rated - bad });
  });

  it('is held by the center once and in order', async () => {
    const held = await heldAtCenter(loop);
    const keys = held.map(({ kind, key, revision }) => `${kind} ${key} ${revision}`);
    expect(new Set(keys).size).toBe(keys.length);
    const ratings = held.filter(({ kind }) => kind === 'rating');
    expect(ratings).toHaveLength(played.rated.length + played.followUps);
    for (const { projectNo, bad } of played.rated) {
      const kinds = (await caseAtCenter(loop, projectNo)).map(({ kind }) => kind);
      const wanted = bad ? ['service', 'rating', 'step'] : ['service', 'rating'];
      const firsts = wanted.map((kind) => kinds.indexOf(kind));
      expect(firsts).not.toContain(-1);
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    }
  });

  it('reconciles without a difference', async () => {
    const results = await reconcile(loop, played.days);
    expect(results.filter(({ state }) => state !== 'equal')).toEqual([]);
    const auditor = await loop.staff('auditor');
    const open = await done(() =>
      auditor.get<{ differences: readonly object[] }>('/v1/reports/differences'),
    );
    expect(open.differences).toEqual([]);
  });

  it('missed no escalation', async () => {
    const auditor = await loop.staff('auditor');
    const watch = await done(() => auditor.get<object>('/v1/escalations/watch'));
    expect(watch).toMatchObject({ missedEver: 0 });
    expect(await center<object>(loop)).toMatchObject({ faults: {} });
  });
});
