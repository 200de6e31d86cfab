import { outboxStates } from '../../shared/domain/exchange/case-report.ts';
import type { Unclear } from '../../shared/domain/exchange/center-answer.ts';
import { differenceNotices } from '../../shared/domain/notice/open-work-notice.ts';
import { reviseDifferences } from '../../shared/domain/reconciliation/difference.ts';
import type { DayFindings } from '../../shared/domain/reconciliation/difference.ts';
import type {
  CenterCounts,
  FoundDifference,
  LocalDay,
} from '../../shared/domain/reconciliation/reconciliation.ts';
import { departmentsToCompare, neverSentIn } from '../../shared/domain/reconciliation/scope.ts';
import { absentRecords, differencesOf } from '../../shared/domain/reconciliation/verdict.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { CenterGateway } from '../../shared/port/exchange/center-gateway.ts';
import type { ReportStore } from '../../shared/port/exchange/store.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import { everyItem } from '../../shared/port/page.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import type {
  DifferenceStore,
  Reconciliation,
} from '../../shared/port/reconciliation/difference-store.ts';
import { retry } from '../../shared/retry.ts';
import { rulesInForce } from '../../shared/rules.ts';
import { requeueMissing } from '../exchange/requeue-missing.ts';
import type { RequeueDeps } from '../exchange/requeue-missing.ts';
import { centerCounts, centerDay, CenterSilent } from './center-day.ts';
import { readLocalDay } from './local-day.ts';
import type { LocalDayDeps } from './local-day.ts';
import { fatesOf } from './record-fates.ts';

export interface ReconcileDeps extends LocalDayDeps, RequeueDeps {
  readonly now: Now;
  readonly gateway: CenterGateway;
  readonly reports: Pick<ReportStore, 'file' | 'listed' | 'save'>;
  readonly differences: DifferenceStore;
  readonly notices: Pick<NoticeStore, 'save'>;
  readonly rulebook: Rulebook;
}

/** Returns the project numbers of all cases that still have records to send. */
export const outstandingCases = async (
  reports: Pick<ReportStore, 'listed'>,
): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  for (const state of outboxStates) {
    for await (const { projectNo } of everyItem((page) => reports.listed(state, page))) {
      found.add(projectNo);
    }
  }
  return found;
};

const tries = 3;

/** Writes the changed work items of the day; decides again after a version conflict. */
const updateDifferences = async (
  findings: DayFindings,
  differences: DifferenceStore,
): Promise<void> => {
  const exhausted = () =>
    new Error(`the differences of ${findings.day} have too many concurrent writers`);
  await retry(
    async () => {
      const known = await differences.ofDay(findings.day);
      let conflicts = 0;
      for (const next of reviseDifferences(known, findings)) {
        if ((await differences.save(next)) === 'conflict') conflicts += 1;
      }
      return conflicts === 0 ? 'kept' : undefined;
    },
    { tries, exhausted },
  );
};

/** A run that died before is made up for by the next one, which compares the day again. */
const tellOpen = async (day: CivilDate, deps: ReconcileDeps): Promise<void> => {
  const ofDay = await deps.differences.ofDay(day);
  const notices = differenceNotices(day, ofDay, await rulesInForce(deps.rulebook));
  for (const notice of notices) await deps.notices.save(notice);
};

const countByFinding = (found: readonly FoundDifference[]): Reconciliation['found'] =>
  Object.fromEntries(
    [...Map.groupBy(found, ({ finding }) => finding)].map(([name, all]) => [name, all.length]),
  );

const sumCounts = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0);

interface Compared {
  readonly own: LocalDay;
  readonly counts: CenterCounts;
  readonly found: readonly FoundDifference[];
}

const resultOf = (
  day: CivilDate,
  at: Instant,
  { own, counts, found }: Compared,
): Reconciliation => ({
  day,
  at,
  state: found.length === 0 ? 'equal' : 'different',
  ratings: {
    ours: own.ratings.filter(({ reported }) => reported).length,
    theirs: sumCounts(counts.ratings),
  },
  steps: { ours: own.steps.length, theirs: sumCounts(counts.steps) },
  found: countByFinding(found),
});

const compareDay = async (
  day: CivilDate,
  outstanding: ReadonlySet<string>,
  deps: ReconcileDeps,
): Promise<Compared> => {
  const askedAt = deps.now();
  const counts = await centerCounts(deps.gateway, day);
  const own = await readLocalDay(deps, day);
  const departments = departmentsToCompare(own, counts, outstanding);
  const center = await centerDay(deps.gateway, departments, { day, counts, askedAt });
  const fates = await fatesOf(absentRecords(own, center), deps.reports);
  return { own, counts, found: differencesOf(own, center, fates) };
};

export const buildUnreachable = (day: CivilDate, at: Instant, why: string): Reconciliation => ({
  day,
  at,
  state: 'unreachable',
  why,
  ratings: { ours: 0, theirs: 0 },
  steps: { ours: 0, theirs: 0 },
  found: {},
});

const resultAt = async (
  day: CivilDate,
  outstanding: ReadonlySet<string>,
  { deps, at }: { readonly deps: ReconcileDeps; readonly at: Instant },
): Promise<Reconciliation> => {
  try {
    const compared = await compareDay(day, outstanding, deps);
    const { found } = compared;
    await updateDifferences({ day, found, at }, deps.differences);
    await tellOpen(day, deps);
    const calledAgain = await requeueMissing(neverSentIn(found, outstanding), at, deps);
    return { ...resultOf(day, at, compared), ...(calledAgain > 0 && { calledAgain }) };
  } catch (fault) {
    if (fault instanceof CenterSilent) return buildUnreachable(day, at, fault.message);
    throw fault;
  }
};

/** A city without an exchange has nothing to reconcile. */
export const exchangeOff: Unclear = 'off';

/**
 * Compares both sides of a day and updates its work items: opens what is found and closes what is
 * gone. Records that were never sent, and that nothing else would queue, return to the outbox. When
 * the center does not answer, nothing changes.
 */
export const reconcileDay = async (
  day: CivilDate,
  outstanding: ReadonlySet<string>,
  deps: ReconcileDeps,
): Promise<Reconciliation> => {
  const at = deps.now();
  const result = await resultAt(day, outstanding, { deps, at });
  if (result.why !== exchangeOff) await deps.differences.keep(result);
  return result;
};
