import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { at, fakeClock } from '../../fake/clock.ts';
import type { FakeClock } from '../../fake/clock.ts';
import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { deadlineWorks } from '../../support/deadline-works.ts';
import type { DeadlineWorks } from '../../support/deadline-works.ts';
import type { Person } from '../request.ts';
import { bodyOf, outcomeOf, people, worldOver } from '../world.ts';

const opens = '2026-06-15T09:00:00+08:00';
/** The contact clock of a ticket of that morning has expired; half of the time has not passed. */
const dueAt = '2026-06-16T17:30:00.001+08:00';

let clock: FakeClock;
let stores: FakeStores;
let works: DeadlineWorks;

beforeEach(async () => {
  clock = fakeClock(at(opens));
  stores = fakeStores();
  works = deadlineWorks(stores, clock.now);
  await stores.ratings.record(...badOne('330602'));
  await stores.ratings.record(...badOne('330681'));
});

const badOne = (area: string) => {
  const rating = sampleRating({ area, receivedAt: at(opens) });
  return [rating, ticketOf(rating)] as const;
};

const until = (moment: string): void =>
  clock.advance(Date.parse(at(moment)) - Date.parse(clock.now()));

const watched = async () => {
  await works.watch();
  return (await stores.results.latest(1))[0]!;
};

const hour = 60 * 60_000;

describe('the watch', () => {
  it('finds nothing late that fired, nor what is due for less than twenty minutes', async () => {
    until(dueAt);
    clock.advance(20 * 60_000 - 1);
    expect(await watched()).toMatchObject({ openTickets: 2, late: 0, missed: 0, missedEver: 0 });
    await works.sweep();
    await works.settle();
    clock.advance(hour);
    expect(await watched()).toMatchObject({ openTickets: 2, late: 0, missed: 0 });
    expect(works.published.at(-1)).toEqual({
      MissedEscalations: 0,
      LateEscalations: 0,
      TicketsPendingCalendar: 0,
      OldestDueSeconds: 0,
    });
  });

  it('calls what is late by itself, without the due index', async () => {
    until(dueAt);
    clock.advance(20 * 60_000);
    expect(await watched()).toMatchObject({ late: 2, missed: 0, missedEver: 0 });
    await works.settle();
    clock.advance(hour);
    expect(await watched()).toMatchObject({ late: 0, missed: 0, missedEver: 0 });
  });

  it('counts as missed, once and for good, what it finds late again', async () => {
    until(dueAt);
    clock.advance(20 * 60_000);
    await works.watch();
    await works.watch();
    expect(await stores.results.missedEver()).toBe(0);
    clock.advance(hour);
    const found = { round: 1, rung: 'remind', missed: true };
    expect(await watched()).toMatchObject({ late: 2, missed: 2, found: [found, found] });
    clock.advance(hour);
    expect(await watched()).toMatchObject({ late: 2, missed: 2, missedEver: 2 });
    await works.settle();
    clock.advance(hour);
    expect(await watched()).toMatchObject({ late: 0, missed: 0, missedEver: 2 });
  });

  it('misses nothing for having been down: after a silence it notes and calls again', async () => {
    until(dueAt);
    clock.advance(20 * 60_000);
    await works.watch();
    for (const _ of [1, 2]) {
      clock.advance(2 * hour);
      expect(await watched()).toMatchObject({ late: 2, missed: 0, missedEver: 0 });
    }
    clock.advance(hour);
    expect(await watched()).toMatchObject({ late: 2, missed: 2, missedEver: 2 });
  });

  it('tells how far behind the due index is', async () => {
    until('2026-06-16T16:00:00+08:00');
    const first = await watched();
    expect(first.oldestDueAt).toBe(at(opens));
    await works.sweep();
    await works.settle();
    expect((await watched()).oldestDueAt).toBe(at(opens));
    clock.advance(hour);
    expect((await watched()).oldestDueAt).toBeUndefined();
    until('2026-06-16T18:00:00.001+08:00');
    expect((await watched()).oldestDueAt).toBe(at(dueAt));
    expect(works.published.at(-1)).toMatchObject({ OldestDueSeconds: 30 * 60 });
  });

  it('counts the tickets that wait for a calendar', async () => {
    const rating = sampleRating({ receivedAt: at('2026-12-30T09:00:00+08:00') });
    await stores.ratings.record(rating, ticketOf(rating));
    expect(await watched()).toMatchObject({ openTickets: 3, pendingCalendar: 1 });
  });

  it('is a fault when it cannot read or call, and keeps no result', async () => {
    until('2026-06-17T09:00:00+08:00');
    const failing = {
      ...stores.tickets,
      openIn: () => Promise.reject(new Error('throttled')),
    };
    const broken = deadlineWorks({ ...stores, tickets: failing }, clock.now);
    await expect(broken.watch()).rejects.toThrow('throttled');
    expect(await stores.results.latest(1)).toEqual([]);
  });
});

describe('GET /v1/escalations/watch', () => {
  it('shows the last results to supervisors and auditors of the city', async () => {
    const world = worldOver(stores, at(opens));
    await works.watch();
    clock.advance(hour);
    await works.watch();
    const supervisor: Person = { ...people.supervisor, area: '330600' };
    const auditor: Person = { id: 'u-auditor', roles: ['auditor'], area: '330600' };
    for (const as of [supervisor, auditor]) {
      const reply = await world.call('GET /v1/escalations/watch', { as });
      expect(bodyOf<object>(reply)).toMatchObject({
        missedEver: 0,
        results: [
          { at: '2026-06-15T10:00:00.000+08:00', openTickets: 2, late: 0, missed: 0 },
          { at: '2026-06-15T09:00:00.000+08:00', oldestDueAt: '2026-06-15T09:00:00.000+08:00' },
        ],
      });
    }
    const refused = await world.call('GET /v1/escalations/watch', { as: people.handler });
    expect(outcomeOf(refused)).toBe('403 role_missing');
    for (const as of [people.supervisor, { ...auditor, area: '330602' }]) {
      const ofCounty = await world.call('GET /v1/escalations/watch', { as });
      expect(outcomeOf(ofCounty)).toBe('404 out_of_scope');
    }
  });
});
