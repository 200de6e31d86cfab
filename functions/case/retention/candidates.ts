import { countingArea } from '../../../shared/domain/area/area.ts';
import { hasWords, isErasedCase } from '../../../shared/domain/case/retention/erase.ts';
import type { DaySpan } from '../../../shared/domain/figures/scope.ts';
import { endedAt } from '../../../shared/domain/ticket/work-due.ts';
import { daysOf, monthsOf } from '../../../shared/domain/time/day-span.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../../shared/domain/time/instant.ts';
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

/** The last that happened to a case: its ticket ended, or a contest was ruled on. */
interface Ending {
  readonly projectNo: string;
  readonly day: CivilDate;
}

const endingsIn = async <T extends { readonly projectNo: string }>(
  items: AsyncIterable<T>,
  momentOf: (item: T) => Instant | undefined,
): Promise<readonly Ending[]> => {
  const endings: Ending[] = [];
  for await (const item of items) {
    const at = momentOf(item);
    if (at !== undefined) endings.push({ projectNo: item.projectNo, day: civilDateOf(at) });
  }
  return endings;
};

/** Reads a list the first time that it is asked for. */
const readOnce = <Key>(read: (key: Key) => Promise<readonly Ending[]>) => {
  const lists = new Map<Key, Promise<readonly Ending[]>>();
  return (key: Key): Promise<readonly Ending[]> => {
    const list = lists.get(key) ?? read(key);
    lists.set(key, list);
    return list;
  };
};

const areasOf = async ({ places }: CandidateDeps): Promise<ReadonlySet<string>> =>
  new Set((await places.now()).map(({ code }) => countingArea(code)));

/**
 * Returns what yields the numbers of the cases to which the last may have happened in a span, each at
 * least once: they were finished or rated, their ticket ended, or a contest was ruled on. It is made
 * for one run, which asks day after day: the ended tickets of a month and the contests of an area are
 * read once.
 */
export const createCandidates = (
  deps: CandidateDeps,
): ((span: DaySpan) => AsyncGenerator<string>) => {
  const { tickets, contests } = deps;
  const ended = readOnce((key: string) => {
    const [area = '', month = ''] = key.split('/');
    return endingsIn(
      everyItem((page) => tickets.endedIn({ area, month }, page)),
      endedAt,
    );
  });
  const ruled = readOnce((area: string) =>
    endingsIn(
      everyItem((page) => contests.listed({ area, state: 'ended' }, page)),
      ({ ruling }) => ruling?.at,
    ),
  );
  return async function* candidatesIn(span) {
    for (const area of await areasOf(deps)) {
      for (const day of daysOf(span)) yield* casesOn({ area, day }, deps);
      const months = monthsOf(span).map(({ from }) => ended(`${area}/${monthOf(from)}`));
      for (const { projectNo, day } of (await Promise.all([...months, ruled(area)])).flat()) {
        if (span.from <= day && day <= span.to) yield projectNo;
      }
    }
  };
};
