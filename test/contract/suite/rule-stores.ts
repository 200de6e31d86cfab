import { describe, expect, it } from 'vitest';

import type { CalendarYear } from '../../../shared/domain/calendar/year.ts';
import { defaultPolicy, firstPolicy } from '../../../shared/domain/policy/shipped.ts';
import {
  indicatorTableOf,
  shippedIndicatorList,
} from '../../../shared/domain/rating/indicator-list.ts';
import { shippedIndicators } from '../../../shared/domain/rating/indicator.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import { workingDayFrom } from '../../../shared/domain/time/working-days.ts';
import type { CalendarStore, LoadedYear } from '../../../shared/port/calendar/store.ts';
import type { StoredRegister } from '../../../shared/port/oversight/register-store.ts';
import { rulesLagMs } from '../../../shared/port/policy/rulebook.ts';
import type { Activation, ProposedPolicy } from '../../../shared/port/policy/store.ts';
import { at, fakeClock } from '../../fake/clock.ts';
import { corrected2026, invented2027 } from '../../support/calendar-year.ts';
import { changedIndicators } from '../../support/indicator-list.ts';
import { storeRegister } from '../../support/store-register.ts';
import { countsOf, friday, later, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

/** Separate years, so that the tests on one table do not interfere. */
const yearOf = (year: number): CalendarYear => ({ ...invented2027, year });

const content = (calendar: CalendarYear, version: number): LoadedYear => ({
  calendar,
  version,
  by: 'u-admin',
  confirmedBy: 'u-admin-2',
  at: later(friday, version * 1000),
});

/** The versions of a year whose recount is not done. */
const unfinishedOf = async (year: number, calendars: CalendarStore): Promise<readonly number[]> =>
  (await calendars.unfinished())
    .filter((recount) => recount.year === year)
    .map(({ yearVersion }) => yearVersion);

const calendarStoreContract = (given: GivenStores): void => {
  describe('a calendar store', () => {
    it('knows no year that nobody loaded', async () => {
      const { calendars } = given();
      expect(await calendars.loaded(2090)).toBeUndefined();
      expect(await calendars.history(2090)).toEqual([]);
      expect(await calendars.recountOf(2090, 1)).toBeUndefined();
    });

    it('keeps every content of a year and gives the newest', async () => {
      const { calendars } = given();
      const all = times(11, (index) => content(yearOf(2091), index + 1));
      for (const one of all) expect(await calendars.load(one)).toBe('saved');
      expect(await calendars.loaded(2091)).toEqual(all.at(-1));
      expect(await calendars.history(2091)).toEqual(all);
      expect(await calendars.loaded(209)).toBeUndefined();
    });

    it('takes a content only in the place of the one before it', async () => {
      const { calendars } = given();
      expect(await calendars.load(content(yearOf(2092), 2))).toBe('conflict');
      const writers = times(5, () => () => calendars.load(content(yearOf(2092), 1)));
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 4 });
      expect(await calendars.history(2092)).toHaveLength(1);
    });

    it('stores the work with the year, and goes on from where it stands', async () => {
      const { calendars } = given();
      await calendars.load(content(yearOf(2093), 1));
      const begun = await calendars.recountOf(2093, 1);
      expect(begun).toEqual({
        year: 2093,
        yearVersion: 1,
        state: 'running',
        round: 1,
        notBefore: later(friday, 1000),
        listsDone: 0,
        queued: 0,
        version: 1,
      });
      const next = { ...begun!, listsDone: 3, cursor: 'c', queued: 7, version: 2 };
      expect(await calendars.advance(next)).toBe('saved');
      expect(await calendars.advance(next)).toBe('conflict');
      expect(await calendars.recountOf(2093, 1)).toEqual(next);
    });

    it('lists what is not done', async () => {
      const { calendars } = given();
      await calendars.load(content(yearOf(2094), 1));
      await calendars.load(content(yearOf(2094), 2));
      expect(await unfinishedOf(2094, calendars)).toEqual([1, 2]);
      const first = await calendars.recountOf(2094, 1);
      await calendars.advance({ ...first!, state: 'done', version: 2 });
      expect(await unfinishedOf(2094, calendars)).toEqual([2]);
    });
  });
};

const proposal = (version: number): ProposedPolicy => ({
  policy: { ...defaultPolicy, version, contactAttempts: 5 },
  by: 'u-admin',
  at: friday,
});

const activation = (number: number, version: number): Activation => ({
  number,
  version,
  by: 'u-admin',
  confirmedBy: 'u-admin-2',
  at: later(friday, number),
});

const policyStoreContract = (given: GivenStores): void => {
  describe('a policy store', () => {
    it('gives a version to one policy only, and never changes it', async () => {
      const { policies } = given();
      expect(await policies.proposed()).toEqual([]);
      const writers = times(4, () => () => policies.propose(proposal(2)));
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 3 });
      expect(await policies.proposed()).toEqual([proposal(2)]);
      await policies.propose(proposal(10));
      await policies.propose(proposal(3));
      const versions = (await policies.proposed()).map(({ policy }) => policy.version);
      expect(versions).toEqual([2, 3, 10]);
    });

    it('puts versions in force one after the other, and again', async () => {
      const { policies } = given();
      expect(await policies.activations()).toEqual([]);
      expect(await policies.activate(activation(2, 2))).toBe('conflict');
      const writers = times(4, (index) => () => policies.activate(activation(1, index + 2)));
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 3 });
      expect(await policies.activate(activation(2, 3))).toBe('saved');
      expect(await policies.activate(activation(2, 2))).toBe('conflict');
      expect(await policies.activate(activation(3, 2))).toBe('saved');
      const numbers = (await policies.activations()).map(({ number }) => number);
      expect(numbers).toEqual([1, 2, 3]);
    });
  });
};

const indicatorList: StoredRegister = {
  noun: 'indicators',
  area: '330600',
  entries: changedIndicators,
  version: 1,
  by: 'u-admin',
  confirmedBy: 'u-admin-2',
  at: friday,
};

const rulebookContract = (given: GivenStores): void => {
  describe('a rulebook', () => {
    it('finds every policy by its version, the shipped one too', async () => {
      const book = given().rulebookBy(() => friday);
      expect(await book.policy(1)).toEqual(firstPolicy);
      expect(await book.policy(2)).toEqual(proposal(2).policy);
      expect(await book.policy(77)).toBeUndefined();
    });

    it('has what was put in force last, and what is put in force after the lag', async () => {
      const clock = fakeClock(friday);
      const book = given().rulebookBy(clock.now);
      expect((await book.now()).policy.version).toBe(2);
      expect(await given().policies.activate(activation(4, 3))).toBe('saved');
      clock.advance(rulesLagMs);
      expect((await book.now()).policy.version).toBe(3);
    });

    it('shows a year at once to whoever must have seen it', async () => {
      const { calendars, rulebookBy } = given();
      const book = rulebookBy(() => friday);
      await book.now();
      await calendars.load(content(yearOf(2095), 1));
      const seen = await book.now({ year: 2095, version: 1 });
      expect(seen.calendarYears).toContainEqual(yearOf(2095));
      await expect(book.now({ year: 2095, version: 2 })).rejects.toThrow(Error);
    });

    it('has the shipped indicators until the city puts its own in force, after the lag', async () => {
      const clock = fakeClock(friday);
      const { registers, rulebookBy } = given();
      const book = rulebookBy(clock.now);
      expect((await book.now()).indicators).toEqual(shippedIndicators);
      expect(await storeRegister(registers, indicatorList)).toBe('saved');
      const own = indicatorTableOf(indicatorList);
      expect((await book.latest()).indicators).toEqual(own);
      expect((await book.now()).indicators).toEqual(own);
      const next = { ...indicatorList, entries: shippedIndicatorList, version: 2 };
      expect(await storeRegister(registers, next)).toBe('saved');
      clock.advance(rulesLagMs);
      expect((await book.now()).indicators).toEqual(indicatorTableOf(next));
      expect((await rulebookBy(clock.now).now()).indicators).toEqual(indicatorTableOf(next));
    });

    it('takes a loaded year in the place of the shipped one', async () => {
      const { calendars, rulebookBy } = given();
      const monday = civilDateOf(at('2026-11-23T09:00:00+08:00'));
      const before = await rulebookBy(() => friday).now();
      expect(workingDayFrom(before.calendar, monday)).toEqual({ ok: true, date: monday });
      await calendars.load(content(corrected2026, 1));
      const after = await rulebookBy(() => friday).now();
      expect(workingDayFrom(after.calendar, monday)).toMatchObject({ date: '2026-11-24' });
      const years = after.calendarYears.map(({ year }) => year);
      expect(years).toEqual(years.toSorted((a, b) => a - b));
      expect(years.filter((year) => year === 2026)).toHaveLength(1);
    });
  });
};

/** The order matters: the rulebook reads what the stores contain. */
export const ruleStoresContract = (given: GivenStores): void => {
  calendarStoreContract(given);
  policyStoreContract(given);
  rulebookContract(given);
};
