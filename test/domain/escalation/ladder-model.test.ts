import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dueRungs } from '../../../shared/domain/escalation/ladder.ts';
import type { Rung, Trigger } from '../../../shared/domain/policy/policy.ts';
import type { TicketDecision } from '../../../shared/domain/ticket/command.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import type { Rules, Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { shareGone } from '../../../shared/domain/time/clock-share.ts';
import type { RunningClock } from '../../../shared/domain/time/deadline.ts';
import { earlier } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { workingTimeBetween } from '../../../shared/domain/time/working-time.ts';
import { dueAtOf } from '../ticket/event-example.ts';
import { system } from '../ticket/ticket-fixture.ts';
import {
  commandAt,
  knownRules,
  lived,
  openedAt,
  opening,
  plus,
  story,
  twoRules,
} from '../ticket/ticket-random.ts';
import type { AuthorizedAction } from '../ticket/ticket-random.ts';

const DAY = 86_400_000;

const escalate = (ticket: Ticket, at: Instant, rules: Rules): TicketDecision =>
  decideTicket(ticket, { type: 'escalate' }, { at, by: system, rules });

const worked = (rules: Rules, from: Instant, to: Instant): number => {
  const span = workingTimeBetween(rules.timetable, from, to);
  if (!span.ok) throw new Error('the calendar is known');
  return span.ms;
};

/** Overdue working time at `at`, without the time under review. */
const overdueMs = (rules: Rules, clock: RunningClock, at: Instant): number =>
  worked(rules, clock.dueAt, at) -
  clock.pauses
    .filter(({ from }) => from >= clock.dueAt)
    .reduce((sum, { from, to }) => sum + worked(rules, from, earlier(to, at)), 0);

const isFirstTerm = ({ returns }: Ticket): boolean => returns === 0;
const isSecondRound = (ticket: Ticket): boolean => ticket.round === 2 && isFirstTerm(ticket);

/** Whether a trigger has occurred by `at`, derived from the clocks at that time. */
const hasCome = (
  trigger: Trigger,
  ticket: Ticket,
  { at, rules }: { at: Instant; rules: Rules },
) => {
  const { contact, rectify } = ticket.clocks;
  switch (trigger.on) {
    case 'opened':
      return isFirstTerm(ticket);
    case 'returned':
      return ticket.returns === trigger.times;
    case 'bad_follow_up':
      return isSecondRound(ticket);
    case 'contact_missed':
      return contact.state === 'running' && at > contact.dueAt;
    case 'time_gone': {
      if (rectify.state !== 'running') return false;
      const gone = shareGone(rules.timetable, rectify, at);
      return gone.ok && gone.share >= trigger.share;
    }
    case 'overdue':
    default: {
      const { dayStart, dayEnd } = rules.timetable.office;
      return (
        rectify.state === 'running' &&
        at > rectify.dueAt &&
        overdueMs(rules, rectify, at) >= trigger.workingDays * (dayEnd - dayStart) * 60_000
      );
    }
  }
};

/** The rungs for which something has occurred in this term and that did not fire in it. */
const shouldHave = (ticket: Ticket, at: Instant, rules: Rules): readonly Rung[] => {
  if (ticket.state === 'closed' || ticket.state === 'dismissed') return [];
  const fired = new Set(
    ticket.fired
      .filter(({ round, returns = 0 }) => round === ticket.round && returns === ticket.returns)
      .map(({ rung }) => rung),
  );
  return rules.policy.ladder
    .filter(({ rung }) => !fired.has(rung))
    .filter(({ rung, triggers }) =>
      rung === 'notify'
        ? isFirstTerm(ticket)
        : triggers.some((one) => hasCome(one, ticket, { at, rules })),
    )
    .map(({ rung }) => rung);
};

const reached = fc.record({
  rules: knownRules,
  deeds: story(40),
  cut: fc.integer({ min: 0, max: 40 }),
  moment: opening,
});
type Reached = typeof reached extends fc.Arbitrary<infer T> ? T : never;

const reach = ({ rules, deeds, cut, moment }: Reached) =>
  lived(openedAt(moment, rules), deeds.slice(0, cut), rules);

const ladderOf = ({ fired }: Ticket) => fired.map(({ rung, round }) => `${round} ${rung}`);

const waits = fc.array(fc.integer({ min: 1, max: 9 * DAY }), { minLength: 1, maxLength: 8 });

describe('the ladder at any moment', () => {
  it('says what the clocks say', () => {
    fc.assert(
      fc.property(reached, waits, (story, gaps) => {
        const { ticket, at } = reach(story);
        let now = at;
        for (const gap of gaps) {
          now = plus(now, gap);
          expect(dueRungs(ticket, story.rules, now)).toEqual(shouldHave(ticket, now, story.rules));
        }
      }),
      { numRuns: 120 },
    );
  });

  it('has nothing due before the next moment, and something at it', () => {
    fc.assert(
      fc.property(reached, waits, fc.nat(), (story, gaps, pick) => {
        const { rules } = story;
        let { ticket, at } = reach(story);
        const swept = escalate(ticket, at, rules);
        if (swept.ok) ticket = swept.next;
        while (ticket.nextAt !== undefined) {
          const { nextAt } = ticket;
          expect(nextAt > at).toBe(true);
          const between = Date.parse(nextAt) - Date.parse(at);
          for (const before of [0, pick % between, between - 1]) {
            const early = escalate(ticket, plus(at, before), rules);
            expect(early).toEqual({ ok: false, reason: 'nothing_due' });
          }
          const decision = escalate(ticket, nextAt, rules);
          if (!decision.ok) throw new Error(`nothing due at ${nextAt}`);
          expect(decision.events.every((event) => dueAtOf(event) === nextAt)).toBe(true);
          ({ next: ticket } = decision);
          at = nextAt;
        }
        for (const gap of gaps) expect(escalate(ticket, plus(at, gap), rules).ok).toBe(false);
      }),
      { numRuns: 80 },
    );
  });

  it('has fired the same for the same reasons, however often it is looked at', () => {
    fc.assert(
      fc.property(reached, waits, (story, gaps) => {
        const { rules } = story;
        const { ticket, at } = reach(story);
        let often = { ticket, facts: [] as object[] };
        let now = at;
        for (const gap of gaps) {
          now = plus(now, gap);
          const decision = escalate(often.ticket, now, rules);
          if (decision.ok) {
            const facts = decision.events.map((step) => step.facts);
            often = { ticket: decision.next, facts: [...often.facts, ...facts] };
          }
        }
        const once = escalate(ticket, now, rules);
        const last = once.ok ? once.next : ticket;
        expect(once.ok ? once.events.map((step) => step.facts) : []).toEqual(often.facts);
        expect(ladderOf(often.ticket)).toEqual(ladderOf(last));
        expect([often.ticket.late, often.ticket.nextAt]).toEqual([last.late, last.nextAt]);
      }),
      { numRuns: 80 },
    );
  });
});

/** The same sequence of actions, with a sweep before every action or without any. */
const tell = (
  deeds: readonly AuthorizedAction[],
  moment: Instant,
  rules: Rules,
  sweeping: boolean,
): Ticket => {
  let ticket = openedAt(moment, rules);
  let at = moment;
  for (const { what, by, gapMs } of deeds) {
    if (sweeping && ticket.nextAt && ticket.nextAt < plus(at, gapMs)) {
      const swept = escalate(ticket, ticket.nextAt, rules);
      if (swept.ok) ticket = swept.next;
    }
    at = plus(at, gapMs);
    const decision = decideTicket(ticket, commandAt(what, at), { at, by, rules });
    if (decision.ok) ticket = decision.next;
  }
  const last = escalate(ticket, at, rules);
  return last.ok ? last.next : ticket;
};

describe('a story told with and without sweeps', () => {
  it('ends the same: state, clocks, lateness and rungs', () => {
    fc.assert(
      fc.property(twoRules, story(60), opening, ({ late: rules }, deeds, moment) => {
        const end = (sweeping: boolean) => {
          const told = tell(deeds, moment, rules, sweeping);
          const { hardship, reviewRemindedAt } = told;
          return {
            ...told,
            // The moments and the number of the saves may differ; the handled rungs may not.
            version: 0,
            fired: ladderOf(told),
            raised: told.raised?.map(({ of, since, level }) => `${of} ${since} ${level}`),
            hardship: hardship && { ...hardship, remindedAt: hardship.remindedAt !== undefined },
            reviewRemindedAt: reviewRemindedAt !== undefined,
          };
        };
        expect(end(true)).toEqual(end(false));
      }),
      { numRuns: 80 },
    );
  });
});
