import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lapseMoment } from '../../../shared/domain/escalation/waiting.ts';
import { rungs } from '../../../shared/domain/policy/policy.ts';
import type { TicketContext, TicketDecision } from '../../../shared/domain/ticket/command.ts';
import { replayTicket } from '../../../shared/domain/ticket/event/evolve.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import { movesOf } from '../../../shared/domain/ticket/moves.table.ts';
import { openTicket } from '../../../shared/domain/ticket/open-ticket.ts';
import { brokenLink, linkStep } from '../../../shared/domain/ticket/step/step.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import type { Rules, Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { timeLeft } from '../../../shared/domain/time/clock-share.ts';
import type { Clock } from '../../../shared/domain/time/deadline.ts';
import { rungOf } from './event-example.ts';
import { badRating, citySupervisor, said } from './ticket-fixture.ts';
import { expected, lapsed, moved, newModel } from './ticket-model.ts';
import type { Model } from './ticket-model.ts';
import { commandAt, opening, plus, story, twoRules } from './ticket-random.ts';
import type { AuthorizedAction, TwoRules } from './ticket-random.ts';

interface Run {
  readonly ticket: Ticket;
  readonly model: Model;
  readonly steps: readonly Step[];
  readonly accepted: number;
}

type Accepted = Extract<TicketDecision, { ok: true }>;

const frozen = <T>(value: T): T => {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
};

const start = (moment: Ticket['openedAt'], rules: Rules): Run => {
  const opened = openTicket({ ...badRating, receivedAt: moment }, rules);
  if (!opened) throw new Error('a bad rating opens a ticket');
  return { ticket: frozen(opened.ticket), model: newModel, steps: [opened.first], accepted: 0 };
};

/** No rung fires twice in a term: a round up to its first return, or from one return to the next. */
const checkLadder = ({ fired, rung }: Ticket): void => {
  const inTerms = fired.map(({ rung, round, returns = 0 }) => `${round}.${returns} ${rung}`);
  expect(new Set(inTerms).size).toBe(inTerms.length);
  expect(rung).toBe(Math.max(...fired.map((entry) => rungs.indexOf(entry.rung))));
};

const checkAgreement = ({ ticket, model }: Run): void => {
  expect(ticket).toMatchObject({
    state: model.state,
    creditCode: model.department,
    round: model.round,
    claimed: model.claimed,
    transfers: model.transfers,
  });
  expect(ticket.transferAsked !== undefined).toBe(model.asked);
  expect(ticket.claim?.kind).toBe(model.waiting?.kind);
  const ended = ticket.state === 'closed' || ticket.state === 'dismissed';
  if (ended) expect(ticket.nextAt).toBeUndefined();
};

const open = new Set<Clock['state']>(['running', 'paused', 'pending_calendar']);
const review = new Set<Ticket['state']>(['dismissal_review', 'hardship_review', 'closure_review']);
const isHeld = (clock: Clock): boolean =>
  clock.state === 'paused' || (clock.state === 'pending_calendar' && clock.pausedAt !== undefined);
const isUnmet = (clock: Clock): boolean =>
  open.has(clock.state) && !(clock.state === 'pending_calendar' && clock.metAt !== undefined);

/** Which clocks run in which state. */
const checkClocks = ({ state, clocks, contacts }: Ticket, { policy }: Rules): void => {
  const { contact, rectify, review: reviewing } = clocks;
  const held = ['dismissal_review', 'hardship_review', 'hardship'].includes(state);
  const working = state === 'open' || state === 'rectifying';
  expect(isUnmet(rectify)).toBe(held || working);
  expect(isHeld(rectify)).toBe(held);
  expect(reviewing !== undefined && isUnmet(reviewing)).toBe(review.has(state));
  const answered = contacts.some(({ outcome }) => outcome !== 'no_answer');
  if (answered) expect(isUnmet(contact)).toBe(false);
  const isAppealed = state === 'dismissal_review' && policy.appealAfterContact === true;
  if (isUnmet(contact)) expect(isHeld(contact)).toBe(held && !isAppealed);
  if (!held && !working) expect(isUnmet(contact)).toBe(false);
};

const leftOf = ({ clocks: { rectify } }: Ticket, { at, rules }: TicketContext) =>
  rectify.state === 'running' || rectify.state === 'paused'
    ? timeLeft(rules.timetable, rectify, at)
    : undefined;

/** A pause does not reduce the remaining working time and does not make a deadline earlier. */
const checkPauses = (before: Ticket, after: Ticket, context: TicketContext): void => {
  const [old, now] = [before.clocks.rectify, after.clocks.rectify];
  if (old.state !== 'paused' || now.state !== 'running') return;
  expect(now.dueAt >= old.dueAt).toBe(true);
  if (old.pausedAt <= old.dueAt && now.dueAt >= context.at) {
    expect(leftOf(after, context)).toEqual(leftOf(before, context));
  }
};

const checkAccepted = (before: Ticket, decision: Accepted, context: TicketContext): void => {
  const { next, events: steps } = decision;
  expect(next.version).toBe(before.version + 1);
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.every(({ at, ticketId }) => at === context.at && ticketId === next.id)).toBe(true);
  if (next.nextAt !== undefined) expect(next.nextAt > context.at).toBe(true);
  expect(before.late && !next.late).toBe(false);
  expect(next.fired.slice(0, before.fired.length)).toEqual(before.fired);
  const raised = steps.filter(({ type }) => type === 'escalated');
  expect(raised.map(rungOf)).toEqual(next.fired.slice(before.fired.length).map(({ rung }) => rung));
};

/** As it is after a store, which keeps no member that is undefined. */
const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The claim may have lapsed meanwhile. */
const modelAt = ({ ticket, model }: Run, { at, rules }: TicketContext): Model => {
  const lapses = lapseMoment(ticket, rules);
  return lapses?.ok && lapses.at <= at ? lapsed(model) : model;
};

const play = (run: Run, action: AuthorizedAction, context: TicketContext): Run => {
  const command = commandAt(action.what, context.at);
  const given = { command, by: action.by };
  const decision = decideTicket(run.ticket, command, context);
  expect(decideTicket(run.ticket, command, context)).toEqual(decision);
  const before = modelAt(run, context);
  const must = expected(before, given, context.rules.policy);
  if (must !== 'time') expect([action.what, decision.ok]).toEqual([action.what, must === 'ok']);
  if (!decision.ok) return run;

  checkAccepted(run.ticket, decision, context);
  const isUpkeep = command.type === 'escalate' || command.type === 'recount';
  const { state } = isUpkeep ? run.ticket : before;
  expect(movesOf(state, command.type)).toContain(decision.next.state);
  if (before === run.model) checkPauses(run.ticket, decision.next, context);
  const steps = [...run.steps];
  for (const draft of decision.events) {
    steps.push(linkStep(steps.at(-1), draft, context.rules.digest));
  }
  expect(asStored(replayTicket(steps))).toEqual(asStored(decision.next));
  const model = moved(before, given, context.rules.policy);
  return { ticket: frozen(decision.next), model, steps, accepted: run.accepted + 1 };
};

/** The years are loaded at some point of the sequence; every ticket is recounted afterwards. */
const live = (
  { early, late }: TwoRules,
  deeds: readonly AuthorizedAction[],
  moment: Ticket['openedAt'],
) => {
  let run = start(moment, early);
  let at = moment;
  for (const [index, action] of deeds.entries()) {
    at = plus(at, action.gapMs);
    const loaded = index > deeds.length / 4;
    const rules = loaded ? late : early;
    if (loaded && index - 1 <= deeds.length / 4) {
      const by = { role: 'system' } as const;
      run = play(run, { what: 'recount', by, gapMs: 0 }, { at, by, rules });
    }
    run = play(run, action, { at, by: action.by, rules });
    checkAgreement(run);
    checkLadder(run.ticket);
    checkClocks(run.ticket, rules);
  }
  return run;
};

const requests = new Set(['claimed', 'submitted']);
const rulings = new Set(['ruled', 'approved', 'returned']);
const transfers = new Set(['transferred', 'transfer_declined']);

const everything = (
  'opened contacted found claimed ruled transfer_asked transfer_declined transferred submitted approved returned urged unmasked ' +
  'reviewed appended escalated recounted contact_overdue overdue review_raised claim_lapsed hardship_review_due round:2 ' +
  'open rectifying dismissal_review hardship_review hardship closure_review closed dismissed'
).split(' ');

describe('any story of a ticket', () => {
  it('agrees with the model, loses no step, skips no rung and stays in the table', () => {
    fc.assert(
      fc.property(twoRules, story(150), opening, (rules, deeds, moment) => {
        const { ticket, steps, accepted } = live(rules, deeds, moment);
        expect(ticket.version).toBe(accepted + 1);
        expect(steps.map(({ number }) => number)).toEqual(steps.map((_step, index) => index + 1));
        expect(brokenLink(steps, rules.early.digest)).toBeUndefined();
        const claims = steps.flatMap((step) => (step.type === 'claimed' ? step.facts.claim : []));
        expect(claims).toEqual(ticket.claimed);
      }),
      { numRuns: 60 },
    );
  });

  it('never has one person ask and rule', () => {
    fc.assert(
      fc.property(twoRules, story(150), opening, (rules, deeds, moment) => {
        const { steps } = live(rules, deeds, moment);
        for (const [index, { by, type }] of steps.entries()) {
          if (!rulings.has(type)) continue;
          const asked = steps.slice(0, index).findLast((step) => requests.has(step.type));
          expect(asked?.by).toMatchObject({ role: 'staff' });
          expect(asked?.by).not.toMatchObject(by.role === 'staff' ? { id: by.id } : by);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('never has a department decide on a transfer of a ticket that it ever had', () => {
    fc.assert(
      fc.property(twoRules, story(150), opening, (rules, deeds, moment) => {
        const { steps, ticket } = live(rules, deeds, moment);
        const had = new Set([ticket.departments[0]]);
        let moves = 0;
        for (const step of steps.filter(({ type }) => transfers.has(type))) {
          const by = step.by.role === 'staff' ? step.by : undefined;
          expect(had.has(by?.department)).toBe(false);
          expect(moves < 2 || by?.id === citySupervisor.id).toBe(true);
          if (step.type !== 'transferred') continue;
          had.add(step.facts.toDepartment);
          moves += 1;
        }
        expect(ticket.transfers).toBe(moves);
      }),
      { numRuns: 30 },
    );
  });

  it('visits every state and every kind of step', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(twoRules, story(150), opening, (rules, deeds, moment) => {
        for (const { type, to, round } of live(rules, deeds, moment).steps) {
          seen.add(type);
          seen.add(to ?? 'open');
          seen.add(`round:${round}`);
        }
        expect(seen.has('opened')).toBe(true);
      }),
      { numRuns: 90, seed: 2026 },
    );
    expect(everything.filter((name) => !seen.has(name))).toEqual([]);
    expect(Object.keys(said)).toHaveLength(30);
  });
});
