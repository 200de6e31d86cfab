import type { Unclear } from '../../shared/domain/exchange/center-answer.ts';
import { namesOf } from '../../shared/domain/text/names-of.ts';
import { civilDateOf, nextDate } from '../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import { everyItem } from '../../shared/port/page.ts';
import type {
  DifferenceStore,
  Reconciliation,
} from '../../shared/port/reconciliation/difference-store.ts';
import { sendWaiting } from '../period/send-edition.ts';
import type { SendEditionDeps } from '../period/send-edition.ts';
import { exchangeOff, outstandingCases, reconcileDay, buildUnreachable } from './reconcile-day.ts';
import type { ReconcileDeps } from './reconcile-day.ts';

export interface NightlyDeps extends ReconcileDeps, SendEditionDeps {
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

/** Every day is compared on this many days after it, in which most differences disappear. */
const daysBack = 7;
/** How many days back an uncompared day is retried. */
const resultsLookedAt = 62;

const openDays = async (
  differences: Pick<DifferenceStore, 'open'>,
): Promise<{ readonly days: ReadonlySet<CivilDate>; readonly count: number }> => {
  const days = new Set<CivilDate>();
  let count = 0;
  for await (const { day } of everyItem((page) => differences.open(page))) {
    days.add(day);
    count += 1;
  }
  return { days, count };
};

/** Returns days after the first result that have none: no run covered them. */
const skippedDays = (
  results: readonly Reconciliation[],
  today: CivilDate,
): readonly CivilDate[] => {
  const first = results.at(-1)?.day ?? today;
  const known = new Set(results.map(({ day }) => day));
  return Array.from({ length: resultsLookedAt }, (_, index) => nextDate(today, -1 - index)).filter(
    (day) => day > first && !known.has(day),
  );
};

/**
 * Returns the latest days, the days that were unreachable or skipped, and the days with an open
 * difference, which may be gone.
 */
const daysToCompare = async (
  differences: DifferenceStore,
  at: Instant,
): Promise<readonly CivilDate[]> => {
  const today = civilDateOf(at);
  const last = Array.from({ length: daysBack }, (_, index) => nextDate(today, -1 - index));
  const results = await differences.latest(resultsLookedAt);
  const missed = results.filter(({ state }) => state === 'unreachable').map(({ day }) => day);
  const { days } = await openDays(differences);
  const all = new Set([...last, ...missed, ...skippedDays(results, today), ...days]);
  return [...all].filter((day) => day < today).toSorted();
};

/** Whether a failure would repeat for each of the other days: the slow ones do. */
const repeats: Readonly<Record<Unclear, boolean>> = {
  off: true,
  no_answer: true,
  unauthorized: false,
  center_fault: false,
  garbage: false,
};
const silence: ReadonlySet<string> = new Set(namesOf(repeats).filter((why) => repeats[why]));

/**
 * Compares the days. Once the center does not answer, the remaining days are recorded as
 * unreachable without a call for each.
 */
const compareDays = async (days: readonly CivilDate[], deps: NightlyDeps): Promise<void> => {
  const outstanding = await outstandingCases(deps.reports);
  let [left, why] = [days, ''];
  while (left.length > 0 && !silence.has(why)) {
    const [day, ...others] = left;
    if (day !== undefined) ({ why = '' } = await reconcileDay(day, outstanding, deps));
    left = others;
  }
  if (why === exchangeOff) return;
  for (const day of left) await deps.differences.keep(buildUnreachable(day, deps.now(), why));
};

/**
 * Runs every night: compares both sides of the latest days and sends submitted reports without an
 * answer again. A repeat finds the same and writes nothing new.
 */
export const reconcileNightly = (deps: NightlyDeps) => async (): Promise<void> => {
  const periodsUnanswered = await sendWaiting(deps);
  await compareDays(await daysToCompare(deps.differences, deps.now()), deps);
  const { count } = await openDays(deps.differences);
  deps.publish({ DifferencesOpen: count, PeriodsUnanswered: periodsUnanswered });
};
