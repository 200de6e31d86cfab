import { mapConcurrent } from '../../shared/concurrency.ts';
import { reviseActsBreak, reviseBreak } from '../../shared/domain/oversight/audit-break.ts';
import type { AuditFinding } from '../../shared/domain/oversight/audit-break.ts';
import { findChainBreak } from '../../shared/domain/ticket/verify.ts';
import { civilDateOf, nextDate } from '../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import { monthBefore, monthOf, monthSpan } from '../../shared/domain/time/month.ts';
import type { Month } from '../../shared/domain/time/month.ts';
import { conflictTries } from '../../shared/http/conflict-tries.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { AuditProgress, AuditStore } from '../../shared/port/oversight/audit-store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import { everyItem } from '../../shared/port/page.ts';
import type { AuditSource, TicketItems } from '../../shared/port/ticket/audit-source.ts';
import { retry } from '../../shared/retry.ts';
import { sha256 } from '../../shared/rules.ts';
import { verifyActs } from './verify/acts.ts';
import type { VerifyActsDeps } from './verify/acts.ts';

export interface VerifyDeps extends VerifyActsDeps {
  readonly now: Now;
  readonly source: AuditSource;
  readonly audits: AuditStore;
  readonly places: Pick<Places, 'now'>;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

/** How many tickets are read concurrently. */
const width = 8;

/** How many months back the rolling part goes before it starts over, and how many a night has. */
const monthsBack = 60;
const monthsPerNight = 2;

/** How many days back changes are looked for, however old the progress is. */
const mostDaysBack = 92;

type Ids = Set<string>;

/** Adds the tickets that have a step on one of the days, whether they still exist or not. */
const addChanged = async (
  ids: Ids,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  { source }: VerifyDeps,
): Promise<void> => {
  for (let day = from; day <= to; day = nextDate(day)) {
    for (const id of await source.idsIn({ of: 'changed', day })) ids.add(id);
  }
};

const addOpen = async (ids: Ids, { source, places }: VerifyDeps): Promise<void> => {
  for (const { code: area } of await places.now()) {
    for (const id of await source.idsIn({ of: 'open', area })) ids.add(id);
  }
};

/** Adds the tickets of a month: by their steps, and by their end, whether they have steps or not. */
const addMonth = async (ids: Ids, month: Month, deps: VerifyDeps): Promise<void> => {
  await addChanged(ids, monthSpan(month), deps);
  for (const { code: area } of await deps.places.now()) {
    for (const id of await deps.source.idsIn({ of: 'ended', area, month })) ids.add(id);
  }
};

/**
 * Adds the next earlier months, and returns where the rotation continues. Their number is fixed,
 * because an empty month costs as many queries as any other.
 */
const addRollingPart = async (ids: Ids, next: Month, deps: VerifyDeps): Promise<Month> => {
  const newest = monthBefore(monthOf(civilDateOf(deps.now())));
  let oldest = newest;
  for (let count = 1; count < monthsBack; count += 1) oldest = monthBefore(oldest);
  let month = next > newest || next < oldest ? newest : next;
  for (let count = 0; count < monthsPerNight; count += 1) {
    await addMonth(ids, month, deps);
    month = month === oldest ? newest : monthBefore(month);
  }
  return month;
};

const findIn = (items: TicketItems): AuditFinding | undefined => {
  const { ticket, steps, unreadable, misplaced } = items;
  if (unreadable.length > 0) return { kind: 'unreadable', items: unreadable };
  if (ticket === undefined) return steps.length > 0 ? { kind: 'ticket' } : undefined;
  const broken = findChainBreak({ ...items, ticket }, sha256);
  return broken ?? (misplaced.length > 0 ? { kind: 'misplaced', items: misplaced } : undefined);
};

/**
 * Another writer may change the ticket between two pages or before the index follows, so only what
 * is found twice counts.
 */
const findingOf = async (
  ticketId: string,
  { source }: VerifyDeps,
): Promise<AuditFinding | undefined> => {
  const first = findIn(await source.itemsOf(ticketId));
  return first === undefined ? undefined : findIn(await source.itemsOf(ticketId));
};

/** Returns whether the ticket has an open break now. */
const verifyTicket = async (ticketId: string, deps: VerifyDeps): Promise<boolean> => {
  const found = await findingOf(ticketId, deps);
  // A person may settle the break meanwhile, so a conflict is decided again.
  return retry(async () => {
    const known = await deps.audits.find(ticketId);
    const next = reviseBreak(ticketId, known, { found, at: deps.now() });
    const isUnchanged = next === undefined || next === known;
    if (!isUnchanged && (await deps.audits.save(next)) === 'conflict') return undefined;
    return next?.state === 'open';
  }, conflictTries(5));
};

/** Returns how far the verifier came in the log of acts, and whether the log has an open break now. */
const verifyLog = async (before: AuditProgress | undefined, deps: VerifyDeps) => {
  const { found, progress } = await verifyActs(deps, before?.acts);
  const isOpen = await retry(async () => {
    const known = await deps.audits.actsBreak();
    const next = reviseActsBreak(known, { found, at: deps.now() });
    const isUnchanged = next === undefined || next === known;
    if (!isUnchanged && (await deps.audits.saveActsBreak(next)) === 'conflict') return undefined;
    return next?.state === 'open';
  }, conflictTries(5));
  return { isOpen, progress };
};

const firstProgress = (today: CivilDate): Pick<AuditProgress, 'changedSince' | 'nextMonth'> => ({
  changedSince: monthSpan(monthOf(today)).from,
  nextMonth: monthBefore(monthOf(today)),
});

const addBreaks = async (ids: Ids, { audits }: VerifyDeps): Promise<void> => {
  for (const state of ['open', 'settled'] as const) {
    for await (const { ticketId } of everyItem((page) => audits.listed(state, page))) {
      ids.add(ticketId);
    }
  }
};

/**
 * Runs every night: verifies every ticket that changed since the last run, every open ticket, every
 * known break, two months of the rest, and the log of administrative acts. A ticket that disagrees
 * with its audit chain becomes a work item, as the log does, and one that cannot be read does not
 * stop the others; the count of open ones raises an alarm. A repeat finds the same and writes
 * nothing new.
 */
export const verifyNightly = (deps: VerifyDeps) => async (): Promise<void> => {
  const at = deps.now();
  const today = civilDateOf(at);
  const before = await deps.audits.progress();
  const { changedSince, nextMonth } = before ?? firstProgress(today);
  const oldest = nextDate(today, -mostDaysBack);
  const ids: Ids = new Set();
  await addBreaks(ids, deps);
  await addChanged(ids, { from: changedSince > oldest ? changedSince : oldest, to: today }, deps);
  await addOpen(ids, deps);
  const following = await addRollingPart(ids, nextMonth, deps);
  const results = await mapConcurrent([...ids], width, (id) => verifyTicket(id, deps));
  const verified = ids.size;
  const log = await verifyLog(before, deps);
  await deps.audits.keepProgress({
    at,
    changedSince: today,
    nextMonth: following,
    verified,
    acts: log.progress,
  });
  deps.publish({
    AuditBreaksOpen: [...results, log.isOpen].filter((isOpen) => isOpen).length,
    TicketsVerified: verified,
  });
};
