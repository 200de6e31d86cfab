import { describe, expect, it } from 'vitest';

import { noticesOf } from '../../../shared/domain/notice/notice.ts';
import { contestNotices } from '../../../shared/domain/rating/contest/contest-notice.ts';
import { contestIdOf } from '../../../shared/domain/rating/contest/contest.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import { chainedFrom } from '../../../shared/domain/ticket/step/chain.ts';
import { ticketIdOf } from '../../../shared/domain/ticket/ticket.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { CursorRefused } from '../../../shared/port/page.ts';
import type { TicketChange } from '../../../shared/port/ticket/store.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { pagesOf } from './pages.ts';
import { countsOf, friday, later, sampleCase, sampleRating, ticketOf, times } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const sampleContest = (rating: Rating, more: Partial<Contest> = {}): Contest => ({
  projectNo: rating.projectNo,
  serviceNumber: rating.serviceNumber,
  number: 1,
  area: rating.area,
  creditCode: rating.creditCode,
  channel: 'sms',
  issuer: 17,
  sender: 's2',
  fingerprint: 'f2',
  sealed: '1.x',
  at: friday,
  term: { amount: 5, unit: 'working_day' },
  state: 'open',
  callBacks: [],
  looks: [],
  version: 1,
  ...more,
});

const ruling = {
  outcome: 'upheld',
  by: 'u1',
  confirmedBy: 'u2',
  at: later(friday, 60_000),
  sealedReason: '1.x',
} as const;

export const ruledAt = (contest: Contest, at: Instant): Contest => ({
  ...contest,
  state: 'upheld',
  ruling: { ...ruling, at },
  version: contest.version + 1,
});

const upheld = (contest: Contest): Contest => ruledAt(contest, ruling.at);

const secondOf = (first: Rating): Rating => ({
  ...first,
  generation: 2,
  sender: 's2',
  receivedAt: ruling.at,
});

const voided = (ticket: Ticket): TicketChange => {
  const command = {
    type: 'voidRating',
    contest: 'c1',
    proposedBy: 'u1',
    confirmedBy: 'u2',
  } as const;
  const given = { at: ruling.at, by: { role: 'system' }, rules: shippedRules } as const;
  const decision = decideTicket(ticket, command, given);
  if (!decision.ok) throw new Error(decision.reason);
  const { next, events, notices } = decision;
  return { next, events, notices: noticesOf(next, notices, given) };
};

export const contestStoreContract = (given: GivenStores): void => {
  const rated = async (more: Partial<Rating> = {}) => {
    const { ratings } = given();
    const first = sampleRating(more);
    const opening = first.level === 'dissatisfied' ? ticketOf(first) : undefined;
    await ratings.record(first, opening);
    const ticket = opening && chainedFrom(opening.ticket, opening.first);
    return { first, ticket };
  };
  const opened = async (more: Partial<Rating> = {}) => {
    const { first, ticket } = await rated(more);
    const contest = sampleContest(first);
    const notices = contestNotices(contest, shippedRules);
    await given().contests.open(contest, { first, notices });
    return { first, ticket, contest };
  };

  describe('a contest store', () => {
    it('keeps a contest together with its notices, and marks the rating', async () => {
      const { contests, ratings, notices } = given();
      const { first } = await rated();
      const contest = sampleContest(first);
      const told = contestNotices(contest, shippedRules);
      expect(await contests.open(contest, { first, notices: told })).toEqual({ ok: true });
      expect(await contests.find(contest)).toEqual(contest);
      expect(await contests.find({ ...contest, number: 2 })).toBeUndefined();
      expect(await ratings.find(first)).toEqual({ ...first, contested: 'open' });
      expect(await notices.find(told[0]?.id ?? '')).toMatchObject({ notice: told[0] });
    });

    it('lets one of many contest at once, and answers the others with it', async () => {
      const { contests } = given();
      const { first } = await rated();
      const writers = times(8, (index) => async () => {
        const mine = sampleContest(first, { sender: `s${index}` });
        const put = await contests.open(mine, { first, notices: [] });
        if (put.ok) return 'opened';
        return put.existing.sender === mine.sender ? 'own' : 'other';
      });
      expect(await countsOf(writers)).toEqual({ opened: 1, other: 7 });
      expect(await contests.ofContact(first)).toHaveLength(1);
    });

    it('saves against the version before', async () => {
      const { contests } = given();
      const { contest } = await opened();
      const called = { at: friday, by: 'u1', outcome: 'no_answer' } as const;
      const next = { ...contest, callBacks: [called], version: 2 };
      expect(await contests.save(next)).toBe('saved');
      expect(await contests.save(next)).toBe('conflict');
      expect(await contests.find(contest)).toEqual(next);
    });

    it('writes an upheld one with the marked rating, the ticket’s end and the second rating', async () => {
      const { contests, ratings, tickets } = given();
      const { first, ticket, contest } = await opened();
      const second = secondOf(first);
      const effect = {
        contest: upheld(contest),
        rated: [{ ...first, contested: 'upheld' }],
        change: voided(ticket ?? ticketOf(first).ticket),
        second: { rating: second, opening: ticketOf(second) },
      } as const;
      expect(await contests.rule(effect)).toBe('saved');
      const other = { ...effect.contest, ruling: { ...ruling, confirmedBy: 'u3' } };
      expect(await contests.rule({ ...effect, contest: other })).toBe('conflict');
      expect(await contests.find(contest)).toEqual(effect.contest);
      expect(await ratings.find(first)).toEqual({ ...first, contested: 'upheld' });
      expect(await ratings.find(second)).toEqual(second);
      expect(await tickets.find(ticketIdOf(first))).toMatchObject({ state: 'dismissed' });
      expect(await tickets.find(ticketIdOf(second))).toMatchObject({
        state: 'open',
        generation: 2,
      });
      expect(ticketIdOf(second)).toBe(`${first.projectNo}-1g2`);
      expect((await tickets.steps(ticketIdOf(second))).map(({ type }) => type)).toEqual(['opened']);
    });

    it('returns both generations with their case', async () => {
      const { cases, contests, ratings } = given();
      const { first, contest } = await opened({ level: 'satisfied', tags: [] });
      await cases.save(sampleCase({ projectNo: first.projectNo }));
      const marked = { ...first, contested: 'upheld' } as const;
      const second = secondOf(first);
      const effect = { contest: upheld(contest), rated: [marked] };
      const kept = { rating: second, opening: undefined };
      expect(await contests.rule({ ...effect, second: kept })).toBe('saved');
      expect((await ratings.ofCase(first.projectNo))?.ratings).toEqual([marked, second]);
    });

    it('writes nothing when the ticket has changed', async () => {
      const { contests, ratings, tickets } = given();
      const { first, ticket, contest } = await opened();
      const change = voided(ticket ?? ticketOf(first).ticket);
      expect(await tickets.save(change.next, change.events, [])).toBe('saved');
      const second = { rating: secondOf(first), opening: undefined };
      const rule = { contest: upheld(contest), rated: [], change, second };
      expect(await contests.rule(rule)).toBe('conflict');
      expect(await contests.find(contest)).toEqual(contest);
      expect(await ratings.find(second.rating)).toBeUndefined();
    });

    it('lists an area’s, the oldest first, open and ended, page by page', async () => {
      const { contests } = given();
      const area = '330624';
      const all: Contest[] = [];
      for (const index of [2, 0, 1]) {
        const { first } = await rated({ area, level: 'satisfied', tags: [] });
        const contest = sampleContest(first, { at: later(friday, index) });
        await contests.open(contest, { first, notices: [] });
        all[index] = contest;
      }
      const open = (page: Parameters<typeof contests.listed>[1]) =>
        contests.listed({ area, state: 'open' }, page);
      const read = await pagesOf(open, 2);
      expect(read.flat().map((one) => contestIdOf(one))).toEqual(
        all.map((one) => contestIdOf(one)),
      );
      const [oldest] = all;
      if (oldest === undefined) throw new Error('three were opened');
      await contests.rule({ contest: upheld(oldest), rated: [] });
      expect((await open({ limit: 9 })).items).toHaveLength(2);
      const ended = await contests.listed({ area, state: 'ended' }, { limit: 9 });
      expect(ended.items).toEqual([upheld(oldest)]);
      const { cursor } = await open({ limit: 1 });
      await expect(contests.listed({ area, state: 'ended' }, { limit: 1, cursor })).rejects.toThrow(
        CursorRefused,
      );
    });
  });
};
