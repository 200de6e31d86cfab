import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { sweepDeadlines } from '../../../functions/escalation/sweep.ts';
import { civilDateOf, fromEpoch, nextDate, toEpoch } from '../../../shared/domain/time/instant.ts';
import type { DueEntry, DueIndex } from '../../../shared/port/escalation/due-index.ts';
import { at, fakeClock } from '../../fake/clock.ts';
import type { FakeClock } from '../../fake/clock.ts';
import { fakeDueIndex, fakeDuePublisher } from '../../fake/due-index.ts';
import type { FakeDuePublisher } from '../../fake/due-index.ts';
import { newMemory } from '../../fake/memory.ts';

const monday = at('2026-11-16T09:00:00+08:00');
const minute = 60_000;
const day = 24 * 60 * minute;

let clock: FakeClock;
let entries: DueEntry[];
let due: DueIndex;
let escalations: FakeDuePublisher;
let notices: FakeDuePublisher;
let messageCalls: FakeDuePublisher;
let published: Readonly<Record<string, number>>[];

beforeEach(() => {
  clock = fakeClock(monday);
  entries = [];
  due = fakeDueIndex(newMemory(), () => entries);
  escalations = fakeDuePublisher();
  notices = fakeDuePublisher();
  messageCalls = fakeDuePublisher();
  published = [];
});

const sweep = (index: DueIndex = due) =>
  sweepDeadlines({
    now: clock.now,
    due: index,
    escalations,
    notices,
    messageCalls,
    publish: (counts) => void published.push(counts),
  })();

const entry = (id: string, ms: number, of: DueEntry['of'] = 'ticket'): DueEntry => ({
  of,
  id,
  at: fromEpoch(toEpoch(monday) + ms),
});

const taken = (publisher: FakeDuePublisher) => publisher.taken.map(({ id }) => id);

describe('a sweep', () => {
  it('calls what is due within a quarter of an hour, tickets and notices each to their queue', async () => {
    entries.push(
      entry('now', 0),
      entry('soon', 15 * minute),
      entry('later', 15 * minute + 1),
      entry('long ago', -20 * day),
      entry('told', 7 * minute, 'notice'),
    );
    await sweep();
    expect(taken(escalations)).toEqual(['long ago', 'now', 'soon']);
    expect(notices.taken).toMatchObject([{ id: 'told', at: entry('', 7 * minute).at }]);
    expect(published).toEqual([{ DueCalled: 4, DueCallsRefused: 0 }]);
  });

  it('goes through every page of every day, and looks into the next day before midnight', async () => {
    clock.advance(14.9 * 60 * minute);
    const midnight = 15 * 60 * minute;
    for (let n = 0; n < 20; n += 1) entries.push(entry(`today ${n}`, n * minute));
    for (let n = 0; n < 20; n += 1) entries.push(entry(`tomorrow ${n}`, midnight + n * 1000));
    await sweep();
    expect(new Set(taken(escalations)).size).toBe(40);
    expect(taken(escalations)).toHaveLength(40);
  });

  it('finds everything after an outage of any length, for as long as it is there', async () => {
    await sweep();
    for (let n = 0; n < 40; n += 1) entries.push(entry(`day ${n}`, n * day));
    clock.advance(40 * day);
    await sweep();
    expect(taken(escalations)).toHaveLength(40);
    await sweep();
    expect(taken(escalations)).toHaveLength(80);
    entries.length = 0;
    await sweep();
    expect(taken(escalations)).toHaveLength(80);
  });
});

describe('the days of a sweep', () => {
  it('are finished only when they are over for an hour, and empty', async () => {
    await sweep();
    expect(await due.firstUnfinishedDay()).toBe('2026-11-16');
    entries.push(entry('stuck', 0));
    clock.advance(3 * day);
    await sweep();
    expect(await due.firstUnfinishedDay()).toBe('2026-11-16');
    entries.length = 0;
    await sweep();
    expect(await due.firstUnfinishedDay()).toBe('2026-11-19');
    clock.advance(15.5 * 60 * minute);
    expect(civilDateOf(clock.now())).toBe('2026-11-20');
    await sweep();
    expect(await due.firstUnfinishedDay()).toBe('2026-11-19');
    clock.advance(30 * minute);
    await sweep();
    expect(await due.firstUnfinishedDay()).toBe('2026-11-20');
  });

  it('are read once and no more when nothing is behind', async () => {
    await sweep();
    const days: string[] = [];
    await sweep({ ...due, dueOn: (date, ...rest) => (days.push(date), due.dueOn(date, ...rest)) });
    expect(days).toEqual(['2026-11-16']);
  });
});

describe('a sweep that fails', () => {
  it('in a read is a fault: no day is finished by it, and nothing is taken for empty', async () => {
    await due.advanceCursor(nextDate(civilDateOf(monday), -5));
    entries.push(entry('due', -3 * day));
    const broken: DueIndex = {
      ...due,
      dueOn: (date, until, page) =>
        date === nextDate(civilDateOf(monday), -3)
          ? Promise.reject(new Error('throttled'))
          : due.dueOn(date, until, page),
    };
    await expect(sweep(broken)).rejects.toThrow('throttled');
    expect(await due.firstUnfinishedDay()).toBe('2026-11-11');
    await sweep();
    expect(taken(escalations)).toEqual(['due']);
  });

  it('on the second page of a day is a fault too', async () => {
    for (let n = 0; n < 5; n += 1) entries.push(entry(`${n}`, 0));
    const broken: DueIndex = {
      ...due,
      dueOn: (date, until, page) =>
        page?.after === undefined
          ? due.dueOn(date, until, page)
          : Promise.reject(new Error('throttled')),
    };
    await expect(sweep(broken)).rejects.toThrow('throttled');
  });

  it('to hand over some calls hands over the others, and is a fault', async () => {
    entries.push(entry('a', -2 * day), entry('b', -day), entry('c', 0), entry('d', 0, 'notice'));
    escalations.refused.add('b');
    await expect(sweep()).rejects.toThrow('1 due messages were not accepted');
    expect([taken(escalations), taken(notices)]).toEqual([['a', 'c'], ['d']]);
    expect(published).toEqual([{ DueCalled: 3, DueCallsRefused: 1 }]);
    expect(await due.firstUnfinishedDay()).toBeUndefined();
    escalations.refused.clear();
    await sweep();
    expect(taken(escalations)).toContain('b');
  });
});
