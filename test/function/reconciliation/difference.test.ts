import { describe, expect, it } from 'vitest';

import type { DifferenceView } from '../../../events/reconciliation/view.ts';
import { reconcileNightly } from '../../../functions/reconciliation/nightly.ts';
import { fakeStores } from '../../fake/stores.ts';
import { heldRating } from '../../support/province.ts';
import { bodyOf, fridayMorning, outcomeOf, worldOver } from '../world.ts';
import { accepted, dayMs, friday, opened } from './reconcile-world.ts';

const silence = { state: 'unclear', why: 'no_answer', message: 'no answer came' } as const;
const garbage = { state: 'unclear', why: 'garbage', message: 'status 200' } as const;

/** A rating that the center does not have, found on the next day. */
const one = async () => {
  const day = opened();
  const projectNo = await day.rate('satisfied');
  day.world.clock.advance(dayMs);
  await day.compare();
  return { ...day, projectNo, id: `${friday}.rating.${projectNo}.1.1` };
};

describe('a difference', () => {
  it('is settled with a note, and comes back when it becomes another one', async () => {
    const { settle, list, compare, id, projectNo, onFile } = await one();
    const settled = await settle(id);
    expect(settled).toMatchObject({ status: 200, body: { id, state: 'settled' } });
    expect((await settle(id)).body).toEqual(settled.body);
    const also = bodyOf<DifferenceView>(await settle(id, { note: '又一次核对无误' }));
    expect(also.history.map(({ note }) => note)).toEqual([
      undefined,
      '已与省平台核实',
      '又一次核对无误',
    ]);
    expect((await list()).differences).toEqual([]);
    expect((await compare()).found).toEqual({ not_yet_accepted: 1 });
    expect((await list()).differences).toEqual([]);
    await onFile(projectNo, accepted('2026-11-20T10:00:00+08:00'));
    await compare();
    const { differences } = await list();
    expect(differences).toMatchObject([{ id, finding: 'missing_at_center', state: 'open' }]);
    expect(differences[0]?.history.map(({ what }) => what)).toEqual([
      'opened',
      'settled',
      'settled',
      'reopened',
    ]);
  });

  it('that is gone or unknown cannot be settled, nor without a reason', async () => {
    const { settle, compare, center, known, projectNo, id } = await one();
    expect(outcomeOf(await settle(id, {}))).toBe('400 invalid_input');
    for (const other of ['x', `${friday}.rating.1.1.1`, '2026-99-99.step.1']) {
      expect(outcomeOf(await settle(other))).toBe('404 difference_unknown');
    }
    center.ratings.push(heldRating(await known(projectNo)));
    await compare();
    expect(outcomeOf(await settle(id))).toBe('409 difference_closed');
  });
});

describe('the night', () => {
  it('compares the last seven days and says what is open', async () => {
    const day = opened();
    await day.rate('satisfied');
    day.world.clock.advance(3 * dayMs);
    await day.night();
    const asked = day.center.gateway.sent.filter(
      ({ operation }) => operation === 'reconcile_counts',
    );
    expect(asked.map(({ body }) => body['day'])).toEqual(
      ['16', '17', '18', '19', '20', '21', '22'].map((date) => `2026-11-${date}`),
    );
    expect(day.published).toEqual([{ DifferencesOpen: 1, PeriodsUnanswered: 0 }]);
  });

  it('takes up days that were missed, and days with something open, however old', async () => {
    const day = opened();
    const projectNo = await day.rate('satisfied');
    day.world.clock.advance(dayMs);
    day.center.instead.push(silence);
    await day.night();
    // No response for the first of them: the others are missed without a request.
    expect(day.center.gateway.sent).toHaveLength(1);
    expect((await day.list()).days.map(({ state }) => state)).toEqual(Array(7).fill('unreachable'));
    day.world.clock.advance(20 * dayMs);
    await day.night();
    expect((await day.list()).differences).toMatchObject([{ day: friday }]);
    day.world.clock.advance(20 * dayMs);
    day.center.ratings.push(heldRating(await day.known(projectNo)));
    await day.night();
    expect((await day.list()).differences).toEqual([]);
    expect(day.published.map(({ DifferencesOpen }) => DifferencesOpen)).toEqual([0, 1, 0]);
  });

  it('takes up the days of an outage in which no night ran', async () => {
    const day = opened();
    day.world.clock.advance(dayMs);
    await day.night();
    day.world.clock.advance(12 * dayMs);
    const projectNo = await day.rate('satisfied');
    day.world.clock.advance(12 * dayMs);
    const before = day.center.gateway.sent.length;
    await day.night();
    const asked = day.center.gateway.sent
      .slice(before)
      .filter(({ operation }) => operation === 'reconcile_counts')
      .map(({ body }) => body['day']);
    expect([asked.length, asked[0], asked.at(-1)]).toEqual([24, '2026-11-21', '2026-12-14']);
    expect((await day.list()).differences).toMatchObject([{ subject: { projectNo } }]);
  });

  it('goes on after nonsense about one day', async () => {
    const day = opened();
    day.world.clock.advance(dayMs);
    day.center.instead.push(garbage);
    await day.night();
    const states = (await day.list()).days.map(({ state }) => state);
    expect(states).toEqual([...Array<string>(6).fill('equal'), 'unreachable']);
  });

  it('keeps nothing of a city that tells no center anything', async () => {
    const stores = fakeStores();
    const world = worldOver(stores, fridayMorning);
    const published: object[] = [];
    await reconcileNightly({
      ...stores,
      now: world.clock.now,
      rulebook: stores.rulebookBy(world.clock.now),
      publish: (one) => void published.push(one),
    })();
    expect(await stores.differences.latest(9)).toEqual([]);
    expect(published).toEqual([{ DifferencesOpen: 0, PeriodsUnanswered: 0 }]);
  });
});
