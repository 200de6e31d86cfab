import { countingArea } from '../../../shared/domain/area/area.ts';
import { hasWords, isErasedCase } from '../../../shared/domain/case/retention/erase.ts';
import type { DaySpan } from '../../../shared/domain/figures/scope.ts';
import { endedAt } from '../../../shared/domain/ticket/work-due.ts';
import { daysOf, monthsOf } from '../../../shared/domain/time/day-span.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import { monthOf } from '../../../shared/domain/time/month.ts';
import type { Places } from '../../../shared/port/oversight/places.ts';
import { everyItem } from '../../../shared/port/page.ts';
import type { ContestStore } from '../../../shared/port/rating/contest-store.ts';
import type { DayRecords } from '../../../shared/port/reconciliation/day-records.ts';
import type { TicketStore } from '../../../shared/port/ticket/store.ts';

export interface CandidateDeps {
  readonly places: Pick<Places, 'now'>;
  readonly records: Pick<DayRecords, 'finished' | 'rated'>;
  readonly tickets: Pick<TicketStore, 'endedIn'>;
  readonly contests: Pick<ContestStore, 'listed'>;
}

/** Yields the cases finished or rated on a day, unless their item shows that nothing is left. */
async function* casesOn(
  { area, day }: { readonly area: string; readonly day: DaySpan['from'] },
  { records }: CandidateDeps,
): AsyncGenerator<string> {
  const erased = new Set<string>();
  for await (const known of records.finished(area, day)) {
    if (isErasedCase(known)) erased.add(known.projectNo);
    else yield known.projectNo;
  }
  for await (const rating of records.rated(area, day)) {
    if (!erased.has(rating.projectNo) || hasWords(rating)) yield rating.projectNo;
  }
}

async function* casesEnded(
  area: string,
  span: DaySpan,
  { tickets }: CandidateDeps,
): AsyncGenerator<string> {
  for (const month of monthsOf(span).map(({ from }) => monthOf(from))) {
    for await (const ticket of everyItem((page) => tickets.endedIn({ area, month }, page))) {
      const at = endedAt(ticket);
      const day = at && civilDateOf(at);
      if (day !== undefined && span.from <= day && day <= span.to) yield ticket.projectNo;
    }
  }
}

/** Contests are few, and listed in the order in which they were ruled on. */
async function* casesContested(
  area: string,
  span: DaySpan,
  { contests }: CandidateDeps,
): AsyncGenerator<string> {
  const ended = { area, state: 'ended' } as const;
  for await (const { projectNo, ruling } of everyItem((page) => contests.listed(ended, page))) {
    const day = ruling && civilDateOf(ruling.at);
    if (day !== undefined && day > span.to) return;
    if (day !== undefined && span.from <= day) yield projectNo;
  }
}

/**
 * Yields the numbers of the cases to which the last may have happened in a span, each at least once:
 * they were finished or rated, their ticket ended, or a contest was
 * ruled on.
 */
export async function* candidatesIn(span: DaySpan, deps: CandidateDeps): AsyncGenerator<string> {
  const areas = new Set((await deps.places.now()).map(({ code }) => countingArea(code)));
  for (const area of areas) {
    for (const day of daysOf(span)) yield* casesOn({ area, day }, deps);
    yield* casesEnded(area, span, deps);
    yield* casesContested(area, span, deps);
  }
}
