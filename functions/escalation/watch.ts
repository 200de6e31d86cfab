import { mapConcurrent } from '../../shared/concurrency.ts';
import { dueRungs } from '../../shared/domain/escalation/ladder.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { toEpoch, addMs } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { DueIndex } from '../../shared/port/escalation/due-index.ts';
import type { DuePublisher } from '../../shared/port/escalation/due-publisher.ts';
import type {
  FoundRung,
  LateRung,
  WatchResult,
  WatchStore,
} from '../../shared/port/escalation/watch-store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { rulesFor } from '../../shared/rules.ts';
import { openTickets } from '../calendar/open-tickets.ts';
import { dueDays } from './due-days.ts';

export interface WatchDeps {
  readonly now: Now;
  readonly tickets: Pick<TicketStore, 'openIn'>;
  readonly places: Pick<Places, 'now'>;
  readonly rulebook: Rulebook;
  readonly due: Pick<DueIndex, 'dueOn' | 'firstUnfinishedDay'>;
  readonly escalations: DuePublisher;
  readonly results: WatchStore;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

const minute = 60_000;

/** A rung that has not fired by then is late: four sweeps have passed. */
const graceMs = 20 * minute;

/**
 * A rung is missed when the previous watch run also found it late. That run must be about an hour
 * old: after a longer gap the whole system was down, and sweep and watch handle what is late.
 */
const watchBefore = { most: 90 * minute, least: 30 * minute };

/** Rungs written concurrently: after a long outage there may be thousands. */
const width = 16;

/** Limit on the details kept: after a long outage there may be thousands. */
const mostShown = 100;

const lateOf = async (deps: WatchDeps, ticket: Ticket, at: Instant): Promise<LateRung[]> => {
  const rules = await rulesFor(deps.rulebook, ticket);
  return dueRungs(ticket, rules, addMs(at, -graceMs)).map((rung) => ({
    ticketId: ticket.id,
    round: ticket.round,
    rung,
    firstSeenAt: at,
  }));
};

/** Returns the time of the previous watch run; undefined when none ran about an hour ago. */
const findPreviousRun = async (deps: WatchDeps, at: Instant): Promise<Instant | undefined> => {
  const results = await deps.results.latest(5);
  return results
    .map((result) => result.at)
    .find((past) => past >= addMs(at, -watchBefore.most) && past <= addMs(at, -watchBefore.least));
};

/** Records a late rung, as missed when the previous run already found it late. */
const recordLateRung = async (
  deps: WatchDeps,
  late: LateRung,
  last: Instant | undefined,
): Promise<FoundRung> => {
  const { ticketId, round, rung, firstSeenAt } = late;
  const noted = await deps.results.recordLate(late);
  const missed = last !== undefined && noted.firstSeenAt <= last;
  if (missed) await deps.results.markMissed(noted, firstSeenAt);
  return { ticketId, round, rung, missed };
};

const oldestDue = async (deps: WatchDeps, at: Instant): Promise<Instant | undefined> => {
  for (const day of await dueDays(deps.due, at)) {
    let after: Awaited<ReturnType<DueIndex['dueOn']>>['next'];
    do {
      const page = await deps.due.dueOn(day, at, { limit: 1, after });
      const [first] = page.entries;
      if (first !== undefined) return first.at;
      after = page.next;
    } while (after !== undefined);
  }
  return undefined;
};

const requeueLateTickets = async (deps: WatchDeps, late: readonly LateRung[], at: Instant) => {
  const ids = new Set(late.map(({ ticketId }) => ticketId));
  const refused = await deps.escalations.send([...ids].map((id) => ({ id, at })));
  if (refused.length > 0) throw new Error(`${refused.length} late tickets could not be queued`);
};

const surveyTickets = async (deps: WatchDeps, at: Instant) => {
  const late: LateRung[] = [];
  let open = 0;
  let pendingCalendar = 0;
  for await (const ticket of openTickets(deps)) {
    open += 1;
    if (ticket.pendingYear !== undefined) pendingCalendar += 1;
    late.push(...(await lateOf(deps, ticket, at)));
  }
  return { late, open, pendingCalendar };
};

/** Returns the seconds since the oldest due entry became due; 0 when nothing is due. */
const ageOf = (oldest: Instant | undefined, at: Instant): number =>
  oldest === undefined ? 0 : Math.max(0, (toEpoch(at) - toEpoch(oldest)) / 1000);

/**
 * Runs every hour, independently of the due index: compares what should have fired by the tickets
 * themselves with what fired. Late tickets are queued at once. What a later run still finds unfired
 * is missed. The target is always 0.
 */
export const watchDeadlines = (deps: WatchDeps) => async (): Promise<void> => {
  const at = deps.now();
  const { late, open, pendingCalendar } = await surveyTickets(deps, at);
  const last = await findPreviousRun(deps, at);
  const found = await mapConcurrent(late, width, (rung) => recordLateRung(deps, rung, last));
  await requeueLateTickets(deps, late, at);
  const oldestDueAt = await oldestDue(deps, at);
  const result: WatchResult = {
    at,
    openTickets: open,
    late: late.length,
    missed: found.filter(({ missed }) => missed).length,
    found: found.slice(0, mostShown),
    missedEver: await deps.results.missedEver(),
    pendingCalendar,
    oldestDueAt,
  };
  await deps.results.keep(result);
  deps.publish({
    MissedEscalations: result.missed,
    LateEscalations: result.late,
    TicketsPendingCalendar: pendingCalendar,
    OldestDueSeconds: ageOf(oldestDueAt, at),
  });
};
