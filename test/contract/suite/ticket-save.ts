import { describe, expect, it } from 'vitest';

import { noticesOf } from '../../../shared/domain/notice/notice.ts';
import { ratingDigest } from '../../../shared/domain/rating/rating-digest.ts';
import { secondRating } from '../../../shared/domain/rating/second-rating.ts';
import type { Acting, Command } from '../../../shared/domain/ticket/command.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import { brokenLink } from '../../../shared/domain/ticket/step/step.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { TicketChange, TicketStore } from '../../../shared/port/ticket/store.ts';
import { sha256, shippedRules } from '../../../shared/rules.ts';
import { pagesOf } from './pages.ts';
import { countsOf, friday, later, sampleRating, ticketOf, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

const minute = 60_000;

const handlerOf = ({ creditCode }: Ticket): Acting => ({
  role: 'staff',
  id: 'u-handler',
  department: creditCode,
  roles: ['handler'],
  area: '330600',
  isConcerned: false,
});

const supervisor: Acting = {
  role: 'staff',
  id: 'u-supervisor',
  department: '11330600002577103Y',
  roles: ['supervisor', 'reviewer'],
  area: '330600',
  isConcerned: false,
};

const resident: Acting = { role: 'resident' };

interface Given {
  readonly by: Acting;
  readonly at: Instant;
}

const decided = (ticket: Ticket, command: Command, { by, at }: Given): TicketChange => {
  const rules = shippedRules;
  const decision = decideTicket(ticket, command, { at, by, rules });
  if (!decision.ok) throw new Error(`refused: ${decision.reason}`);
  const { next, events: steps, notices } = decision;
  return { next, events: steps, notices: noticesOf(next, notices, { at, rules }) };
};

const contact: Command = { type: 'recordContact', way: 'phone', outcome: 'reached', note: '1.x' };
const find: Command = { type: 'find', kind: 'complex', cause: 'time' };
const submit: Command = {
  type: 'submit',
  result: 'explained',
  measure: '1.m',
  answer: '1.a',
  evidence: [],
};

/** Reads the ticket, decides and saves, as a handler does. */
const take = async (tickets: TicketStore, id: string, command: Command, by?: Acting) => {
  const ticket = await tickets.find(id);
  if (ticket === undefined) throw new Error('the ticket is missing');
  const at = later(ticket.openedAt, ticket.version * minute);
  const change = decided(ticket, command, { by: by ?? handlerOf(ticket), at });
  const outcome = await tickets.save(change.next, change.events, change.notices);
  return { ticket, change, outcome };
};

const opened = async (given: GivenStores, more: Parameters<typeof sampleRating>[0] = {}) => {
  const rating = sampleRating(more);
  const opening = ticketOf(rating);
  await given().ratings.record(rating, opening);
  return { rating, id: opening.ticket.id };
};

const closed = async (given: GivenStores, more: Parameters<typeof sampleRating>[0] = {}) => {
  const made = await opened(given, more);
  const { tickets } = given();
  for (const command of [contact, find, submit]) await take(tickets, made.id, command);
  await take(tickets, made.id, { type: 'approve' }, supervisor);
  return made;
};

const isTried = (ticket: Ticket): boolean => ticket.contacts.length > 0;

const followUp = async (given: GivenStores, level: 'satisfied' | 'dissatisfied') => {
  const { tickets, ratings } = given();
  const { rating, id } = await closed(given);
  const ticket = await tickets.find(id);
  if (ticket === undefined) throw new Error('the ticket is missing');
  const receivedAt = later(friday, 60 * minute);
  const facts = { receivedAt, fingerprint: 'f2', sender: 's2', sealedText: undefined };
  const second = secondRating(rating, { level, tags: ['209'] }, facts);
  const digest = ratingDigest(second, sha256);
  const command: Command = { type: 'append', level, tags: ['209'], rating: digest };
  const change = decided(ticket, command, { by: resident, at: receivedAt });
  return { id, second, change, outcome: await ratings.follow(second, change) };
};

export const ticketSaveContract = (given: GivenStores): void => {
  describe('a ticket store saves', () => {
    it('a decision as a whole, its steps linked after the last one', async () => {
      const { tickets, notices } = given();
      const { id } = await opened(given);
      await take(tickets, id, contact);
      await take(tickets, id, find);
      const { change } = await take(tickets, id, submit);
      const stored = await tickets.find(id);
      const steps = await tickets.steps(id);
      expect(stored).toMatchObject({ state: 'closure_review', version: 4 });
      expect(steps.map(({ type }) => type)).toEqual(['opened', 'contacted', 'found', 'submitted']);
      expect(brokenLink(steps, sha256)).toBeUndefined();
      expect(stored?.lastStep).toEqual({ number: 4, hash: steps.at(-1)?.hash });
      expect(change.notices).toHaveLength(1);
      const told = await notices.find(change.notices[0]?.id ?? '');
      expect(told?.notice).toEqual(change.notices[0]);
    });

    it('nothing at all over another version', async () => {
      const { tickets, notices } = given();
      const { id } = await opened(given);
      const { ticket: before } = await take(tickets, id, contact);
      const urge: Command = { type: 'urge' };
      const at = later(friday, 9 * minute);
      const { next, events: steps, notices: told } = decided(before, urge, { by: supervisor, at });
      expect(await tickets.save(next, steps, told)).toBe('conflict');
      expect(await tickets.steps(id)).toHaveLength(2);
      expect(await tickets.find(id)).toMatchObject({ version: 2, urges: 0 });
      expect(await notices.find(told[0]?.id ?? '')).toBeUndefined();
    });

    it('exactly one of many decisions about the same version', async () => {
      const { tickets } = given();
      const { id } = await opened(given);
      const ticket = await tickets.find(id);
      if (ticket === undefined) throw new Error('the ticket is missing');
      const writers = times(20, (index) => async () => {
        const note = `1.${index}`;
        const at = later(friday, minute);
        const given = { by: handlerOf(ticket), at };
        const { next, events: steps } = decided(ticket, { ...contact, note }, given);
        return tickets.save(next, steps, []);
      });
      expect(await countsOf(writers)).toEqual({ saved: 1, conflict: 19 });
      expect(await tickets.steps(id)).toHaveLength(2);
    });

    it('nothing twice when it is asked again, and nothing else in its place', async () => {
      const { tickets, notices } = given();
      const { id } = await opened(given);
      const { change } = await take(tickets, id, find);
      await tickets.save(change.next, change.events, change.notices);
      const at = later(friday, minute);
      const told = noticesOf(change.next, [{ type: 'urged', to: 'department' }], {
        at,
        rules: shippedRules,
      });
      expect(await tickets.save(change.next, change.events, told)).toBe('conflict');
      expect(await notices.find(told[0]?.id ?? '')).toBeUndefined();
      expect(await tickets.steps(id)).toHaveLength(2);
      expect(await tickets.find(id)).toMatchObject({ version: 2 });
    });

    it('an end: off the work list, on the list of its month', async () => {
      const { tickets } = given();
      const place = { area: '330683', creditCode: '11330683XX9000001A' };
      const { id } = await closed(given, place);
      const other = await opened(given, place);
      const open = await tickets.openIn(place, { limit: 50 });
      expect(open.items.map((ticket) => ticket.id)).toEqual([other.id]);
      const listed = async (month: string) =>
        (await tickets.endedIn({ ...place, month }, { limit: 50 })).items.map((one) => one.id);
      expect(await listed('2026-11')).toEqual([id]);
      expect(await listed('2026-10')).toEqual([]);
    });

    it('a transfer: from one department’s list to the other’s', async () => {
      const { tickets } = given();
      const from = { area: '330604', creditCode: '11330604XX9000001A' };
      const to = { area: '330681', creditCode: '11330681XX9000009A' };
      const { id } = await opened(given, from);
      await take(tickets, id, { type: 'transfer', to, note: '1.x' }, supervisor);
      expect((await tickets.openIn(from, { limit: 50 })).items).toEqual([]);
      const there = await tickets.openIn(to, { limit: 50 });
      expect(there.items.map((ticket) => ticket.id)).toEqual([id]);
    });

    it('so that a page leaves out what was not asked for, and misses none', async () => {
      const { tickets } = given();
      const place = { area: '330603', creditCode: '11330603XX9000001A' };
      const ids: string[] = [];
      for (let made = 0; made < 7; made += 1) ids.push((await opened(given, place)).id);
      for (const id of ids.slice(0, 5)) await take(tickets, id, contact);
      const only = isTried;
      const pages = await pagesOf((page) => tickets.openIn(place, { ...page, only }), 2);
      expect(pages.filter((page) => page.length > 2)).toEqual([]);
      const seen = pages.flat().map(({ id }) => id);
      expect(seen.toSorted()).toEqual(ids.slice(0, 5).toSorted());
    });
  });

  describe('a follow-up', () => {
    it('is stored together with what it does to its ticket', async () => {
      const { tickets, ratings } = given();
      const { id, second, outcome } = await followUp(given, 'dissatisfied');
      expect(outcome).toBe('saved');
      expect(await ratings.find(second)).toEqual(JSON.parse(JSON.stringify(second)));
      expect(await tickets.find(id)).toMatchObject({ state: 'open', round: 2 });
      const steps = await tickets.steps(id);
      expect(steps.map(({ type }) => type)).toContain('appended');
      expect(brokenLink(steps, sha256)).toBeUndefined();
    });

    it('is one: a second changes nothing', async () => {
      const { tickets, ratings } = given();
      const { id, second, change } = await followUp(given, 'satisfied');
      const { version = 0 } = (await tickets.find(id)) ?? {};
      const again = { ...change, next: { ...change.next, version: version + 1 } };
      expect(await ratings.follow({ ...second, fingerprint: 'f3' }, again)).toBe('conflict');
      expect(await ratings.find(second)).toMatchObject({ fingerprint: 'f2' });
      expect(await tickets.find(id)).toMatchObject({ version });
    });
  });
};
