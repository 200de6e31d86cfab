import { civilDateOf, fromEpoch, toEpoch } from '../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { DueEntry, DueIndex, DuePage } from '../../shared/port/escalation/due-index.ts';
import { furthestAheadMs } from '../../shared/port/escalation/due-publisher.ts';
import type { DuePublisher } from '../../shared/port/escalation/due-publisher.ts';
import { dueDays } from './due-days.ts';

export interface SweepDeps {
  readonly now: Now;
  readonly due: DueIndex;
  readonly escalations: DuePublisher;
  readonly notices: DuePublisher;
  readonly messageCalls: DuePublisher;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

/**
 * A day is finished when it is empty and has been over for this long: an index lags behind its
 * table, and a decision made just before midnight may be written just after it.
 */
const settlingMs = 60 * 60_000;

interface Swept {
  readonly called: number;
  readonly refused: number;
}

const callAll = async (deps: SweepDeps, entries: readonly DueEntry[]): Promise<Swept> => {
  const selectEntries = (what: DueEntry['of']) => entries.filter((entry) => entry.of === what);
  const refused = [
    ...(await deps.escalations.send(selectEntries('ticket'))),
    ...(await deps.notices.send(selectEntries('notice'))),
    ...(await deps.messageCalls.send(selectEntries('message'))),
  ];
  return { called: entries.length - refused.length, refused: refused.length };
};

const sweepDay = async (deps: SweepDeps, day: CivilDate, until: Instant): Promise<Swept> => {
  let called = 0;
  let refused = 0;
  let page: DuePage | undefined;
  do {
    page = await deps.due.dueOn(day, until, { after: page?.next });
    const swept = await callAll(deps, page.entries);
    called += swept.called;
    refused += swept.refused;
  } while (page.next !== undefined);
  return { called, refused };
};

/** Returns the first unfinished day: one that is not over, or that still had entries. */
const firstOpen = (
  days: readonly (readonly [CivilDate, Swept])[],
  over: CivilDate,
): CivilDate | undefined =>
  days.find(([day, { called, refused }]) => day >= over || called + refused > 0)?.[0];

/**
 * Runs every five minutes: queues everything that is due within the next quarter of an hour, or
 * that became due since the last finished day, with its exact delay. After an outage of any length
 * the list of days is longer, nothing more. A duplicate message is decided twice and acted on once.
 * A failed read or a message that the queue refuses is an error: the schedule runs again, and no
 * day counts as finished.
 */
export const sweepDeadlines = (deps: SweepDeps) => async (): Promise<void> => {
  const now = deps.now();
  const until = fromEpoch(toEpoch(now) + furthestAheadMs);
  const days: (readonly [CivilDate, Swept])[] = [];
  for (const day of await dueDays(deps.due, until)) {
    days.push([day, await sweepDay(deps, day, until)]);
  }
  const refused = days.reduce((sum, [, swept]) => sum + swept.refused, 0);
  const called = days.reduce((sum, [, swept]) => sum + swept.called, 0);
  deps.publish({ DueCalled: called, DueCallsRefused: refused });
  if (refused > 0) throw new Error(`${refused} due messages were not accepted by their queue`);
  const open = firstOpen(days, civilDateOf(fromEpoch(toEpoch(now) - settlingMs)));
  if (open !== undefined && open !== days[0]?.[0]) await deps.due.advanceCursor(open);
};
