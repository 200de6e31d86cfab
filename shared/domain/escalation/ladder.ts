/**
 * 升级阶梯: which rungs are due. A term begins with the ticket, with a return and with round 2; each
 * rung fires once in it, for its own reasons alone, and those it is for are told. So a ticket that
 * is raised by an event is still warned of when its new term runs out, and however rarely the ladder
 * is evaluated, the same rungs have fired for the same reasons.
 */
import { rungs } from '../policy/policy.ts';
import type { LadderRung, Rung, Trigger } from '../policy/policy.ts';
import type { FiredRung } from '../ticket/event/ruled.ts';
import { hasEnded } from '../ticket/phase.ts';
import type { Rules, Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time/instant.ts';
import { contactOverrun, hardshipReminder, overrunMoment, reviewReminder } from './reminder.ts';
import { isFirstTerm, roundStart, triggerMoment } from './trigger-moment.ts';
import type { TriggerMoment } from './trigger-moment.ts';
import { lapseMoment, listRaises } from './waiting.ts';

export interface Firing {
  readonly rung: Rung;
  /** When the rung should have fired. */
  readonly dueAt: Instant;
  readonly on: Trigger['on'];
}

/** A rung that has not fired in this term, with the moments of its triggers. */
interface Coming {
  readonly own?: Firing | undefined;
  readonly pendingYears: readonly number[];
}

const findEarliest = (firings: readonly Firing[]): Firing | undefined =>
  firings.reduce<Firing | undefined>(
    (first, firing) => (first && first.dueAt <= firing.dueAt ? first : firing),
    undefined,
  );

/** The notice on opening is part of the opening itself, whatever a policy says. */
const comingNotice = (ticket: Ticket): Coming => ({
  own: isFirstTerm(ticket)
    ? { rung: 'notify', dueAt: roundStart(ticket), on: 'opened' }
    : undefined,
  pendingYears: [],
});

const comingOf = ({ rung, triggers }: LadderRung, ticket: Ticket, rules: Rules): Coming => {
  if (rung === 'notify') return comingNotice(ticket);
  const moments = triggers.map((trigger) => ({
    on: trigger.on,
    moment: triggerMoment(trigger, ticket, rules),
  }));
  return {
    own: findEarliest(
      moments.flatMap(({ on, moment }) => (moment?.ok ? [{ rung, dueAt: moment.at, on }] : [])),
    ),
    pendingYears: moments.flatMap(({ moment }) => yearsOf(moment)),
  };
};

const yearsOf = (moment: TriggerMoment): readonly number[] =>
  moment && !moment.ok ? [moment.year] : [];

const isOfTerm = ({ round, returns = 0 }: FiredRung, ticket: Ticket): boolean =>
  round === ticket.round && returns === ticket.returns;

const listComing = (ticket: Ticket, rules: Rules): readonly Coming[] => {
  const fired = ticket.fired.filter((done) => isOfTerm(done, ticket));
  return rules.policy.ladder
    .filter(({ rung }) => !hasEnded(ticket) && !fired.some((done) => done.rung === rung))
    .map((rung) => comingOf(rung, ticket, rules));
};

/** Returns the rungs that should have fired by `at` and have not, lowest first. */
export const dueFirings = (ticket: Ticket, rules: Rules, at: Instant): readonly Firing[] =>
  listComing(ticket, rules).flatMap(({ own }) => (own && own.dueAt <= at ? [own] : []));

export const dueRungs = (ticket: Ticket, rules: Rules, at: Instant): readonly Rung[] =>
  dueFirings(ticket, rules, at).map(({ rung }) => rung);

const listReminders = (ticket: Ticket, rules: Rules): readonly TriggerMoment[] => [
  contactOverrun(ticket),
  overrunMoment(ticket),
  reviewReminder(ticket, rules),
  hardshipReminder(ticket, rules),
  lapseMoment(ticket, rules),
  ...listRaises(ticket, rules).map(({ moment }) => moment),
];

/**
 * Returns the next moment at which `escalate` finds something to do; undefined when the ticket is
 * finished or the moment is unknown.
 */
export const nextMoment = (ticket: Ticket, rules: Rules): Instant | undefined => {
  const rungMoments = listComing(ticket, rules).flatMap(({ own }) => own?.dueAt ?? []);
  const others = listReminders(ticket, rules).flatMap((moment) => (moment?.ok ? moment.at : []));
  return [...rungMoments, ...others].toSorted().at(0);
};

/**
 * Returns the earliest year whose notice the ticket waits for: for a clock, even one that was met
 * in the meantime, or for a rung that cannot be dated yet.
 */
export const pendingYearOf = (ticket: Ticket, rules: Rules): number | undefined => {
  const { contact, rectify, review } = ticket.clocks;
  const years = [
    ...[contact, rectify, review].flatMap((clock) =>
      clock?.state === 'pending_calendar' ? clock.year : [],
    ),
    ...listComing(ticket, rules).flatMap(({ pendingYears }) => pendingYears),
  ];
  return years.toSorted((a, b) => a - b).at(0);
};

/** Returns the position of a rung; 0 for the first. */
export const rungNumber = (rung: Rung): number => rungs.indexOf(rung);
