/**
 * 差异工单: a difference found by reconciliation stays on a list until it is gone or a person has
 * settled it.
 */
import { closeItem, isNoted, openItem, reopenItem, settleItem } from '../oversight/work-item.ts';
import type { SettleOrder, WorkItem } from '../oversight/work-item.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import type { CivilDate, Instant } from '../time/instant.ts';
import { bucketName, ratingName, stepName } from './reconciliation.ts';
import type { DifferenceKind, FoundDifference } from './reconciliation.ts';

export interface Difference extends FoundDifference, WorkItem<DifferenceKind> {
  /** Derived from day and subject: the same difference is the same work item in every run. */
  readonly id: string;
  readonly day: CivilDate;
}

const subjectName = ({ finding, subject, creditCode }: FoundDifference): string => {
  switch (subject.of) {
    case 'rating':
      // Beside what else may be different about the same rating on the same day.
      return `${finding === 'voided_here' ? 'voided' : 'rating'}.${ratingName(subject)}`;
    case 'step':
      return `step.${stepName(subject)}`;
    case 'rating_count':
      return `rating_count.${bucketName({ ...subject, creditCode })}`;
    case 'step_count':
      return `step_count.${creditCode}`;
    default:
      return subject satisfies never;
  }
};

export const differenceId = (day: CivilDate, found: FoundDifference): string =>
  `${day}.${subjectName(found)}`;

const serializeFinding = ({ finding, creditCode, ours, theirs, reason }: FoundDifference): string =>
  canonicalJson([finding, creditCode, ours ?? null, theirs ?? null, reason ?? null]);

const unsaid = { ours: undefined, theirs: undefined, reason: undefined } as const;

/**
 * A settled difference stays settled while it is unchanged; any change of it needs a new decision.
 */
const seenAgain = (before: Difference, found: FoundDifference, at: Instant): Difference => {
  const isSame = serializeFinding(before) === serializeFinding(found);
  if (isSame && before.state !== 'closed') return before;
  return { ...before, ...unsaid, ...found, ...reopenItem(before, found.finding, at) };
};

const closeDifference = (before: Difference, at: Instant): Difference =>
  before.state === 'closed' ? before : { ...before, ...closeItem(before, before.finding, at) };

export interface DayFindings {
  readonly day: CivilDate;
  readonly found: readonly FoundDifference[];
  readonly at: Instant;
}

/** Returns the work items of a day that a run changes, without the unchanged ones. */
export const reviseDifferences = (
  known: readonly Difference[],
  { day, found, at }: DayFindings,
): readonly Difference[] => {
  const before = new Map(known.map((difference) => [difference.id, difference]));
  const seen = new Map(found.map((one) => [differenceId(day, one), one]));
  const next = [
    ...[...seen].map(([id, one]) => {
      const item = before.get(id);
      return item === undefined
        ? { ...one, id, day, ...openItem(one.finding, at) }
        : seenAgain(item, one, at);
    }),
    ...known.filter(({ id }) => !seen.has(id)).map((item) => closeDifference(item, at)),
  ];
  return next.filter((item) => item !== before.get(item.id));
};

export type SettleDecision =
  | { readonly ok: true; readonly changed: boolean; readonly difference: Difference }
  | { readonly ok: false; readonly reason: 'difference_closed' };

/**
 * Settles a difference: a person states why it may stay. The next run reopens it when it has
 * changed. Further notes on a settled difference are kept beside the first; the same note again
 * changes nothing.
 */
export const settleDifference = (difference: Difference, order: SettleOrder): SettleDecision => {
  if (difference.state === 'closed') return { ok: false, reason: 'difference_closed' };
  if (isNoted(difference, order)) return { ok: true, changed: false, difference };
  return {
    ok: true,
    changed: true,
    difference: { ...difference, ...settleItem(difference, difference.finding, order) },
  };
};
