import { mapConcurrent } from '../../shared/concurrency.ts';
import { areas } from '../../shared/domain/area/area.ts';
import { reviseBreak } from '../../shared/domain/oversight/audit-break.ts';
import type { AuditFinding } from '../../shared/domain/oversight/audit-break.ts';
import { civilDateOf, nextDate } from '../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import { monthBefore, monthOf, monthSpan } from '../../shared/domain/time/month.ts';
import type { Month } from '../../shared/domain/time/month.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { AuditProgress, AuditStore } from '../../shared/port/oversight/audit-store.ts';
import { everyItem } from '../../shared/port/page.ts';
import type { StepLedger } from '../../shared/port/ticket/step-ledger.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { openTickets } from '../calendar/open-tickets.ts';
import { readTicketRecord } from '../ticket/ticket-record.ts';
import type { RecordDeps } from '../ticket/ticket-record.ts';

export interface VerifyDeps extends RecordDeps {
  readonly now: Now;
  readonly tickets: TicketStore;
  readonly stepLedger: StepLedger;
  readonly audits: AuditStore;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

/** How many tickets are read concurrently. */
const width = 8;

/** How many months back the rolling part goes before it starts over. */
const monthsBack = 60;

type Ids = Set<string>;

/** Adds the tickets that have a step on one of the days, whether they still exist or not. */
const addChanged = async (
  ids: Ids,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  { stepLedger }: VerifyDeps,
): Promise<void> => {
  for (let day = from; day <= to; day = nextDate(day)) {
    for (const { ticketId } of await stepLedger.takenOn(day)) ids.add(ticketId);
  }
};

/** Adds the tickets of a month: by their steps, and by their end, whether they have steps or not. */
const addMonth = async (ids: Ids, month: Month, deps: VerifyDeps): Promise<void> => {
  await addChanged(ids, monthSpan(month), deps);
  for (const { code: area } of areas) {
    const ended = everyItem((page) => deps.tickets.endedIn({ area, month }, page));
    for await (const { id } of ended) ids.add(id);
  }
};

/** Adds the next earlier month that has tickets, and returns the one after it in the rotation. */
const addRollingPart = async (ids: Ids, next: Month, deps: VerifyDeps): Promise<Month> => {
  const newest = monthBefore(monthOf(civilDateOf(deps.now())));
  let oldest = newest;
  for (let count = 1; count < monthsBack; count += 1) oldest = monthBefore(oldest);
  let month = next > newest || next < oldest ? newest : next;
  for (let tried = 0; tried < monthsBack; tried += 1) {
    const before = ids.size;
    await addMonth(ids, month, deps);
    month = month === oldest ? newest : monthBefore(month);
    if (ids.size > before) return month;
  }
  return month;
};

const findingOf = async (ticketId: string, deps: VerifyDeps): Promise<AuditFinding | undefined> => {
  const ticket = await deps.tickets.find(ticketId);
  return ticket === undefined ? { kind: 'ticket' } : (await readTicketRecord(ticket, deps)).broken;
};

const verifyTicket = async (ticketId: string, deps: VerifyDeps): Promise<void> => {
  const found = await findingOf(ticketId, deps);
  const known = await deps.audits.find(ticketId);
  const next = reviseBreak(ticketId, known, { found, at: deps.now() });
  if (next === undefined || next === known) return;
  if ((await deps.audits.save(next)) === 'conflict')
    throw new Error('a break was changed meanwhile');
};

const firstProgress = (today: CivilDate): Pick<AuditProgress, 'changedSince' | 'nextMonth'> => ({
  changedSince: monthSpan(monthOf(today)).from,
  nextMonth: monthBefore(monthOf(today)),
});

const breaksIn = async (
  state: 'open' | 'settled',
  { audits }: VerifyDeps,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { ticketId } of everyItem((page) => audits.listed(state, page)))
    ids.push(ticketId);
  return ids;
};

/**
 * Runs every night: verifies every ticket that changed since the last run, every open ticket, every
 * known break, and a month of the rest. A ticket that disagrees with its audit chain becomes a work
 * item; the count of open ones raises an alarm. A repeat finds the same and writes nothing new.
 */
export const verifyNightly = (deps: VerifyDeps) => async (): Promise<void> => {
  const at = deps.now();
  const today = civilDateOf(at);
  const { changedSince, nextMonth } = (await deps.audits.progress()) ?? firstProgress(today);
  const ids: Ids = new Set([
    ...(await breaksIn('open', deps)),
    ...(await breaksIn('settled', deps)),
  ]);
  await addChanged(ids, { from: changedSince, to: today }, deps);
  for await (const { id } of openTickets(deps.tickets)) ids.add(id);
  const following = await addRollingPart(ids, nextMonth, deps);
  await mapConcurrent([...ids], width, (id) => verifyTicket(id, deps));
  const verified = ids.size;
  await deps.audits.keepProgress({ at, changedSince: today, nextMonth: following, verified });
  const open = await breaksIn('open', deps);
  deps.publish({ AuditBreaksOpen: open.length, TicketsVerified: verified });
};
