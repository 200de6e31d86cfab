import { projectNoOf } from '../ticket/ticket.ts';
import { bucketName, tallyCounts } from './reconciliation.ts';
import type { CenterCounts, FoundDifference, LocalDay } from './reconciliation.ts';

const departmentOf = (bucket: string): string => bucket.slice(0, bucket.indexOf('.'));

const stepBucket = (creditCode: string): string => `${creditCode}.steps`;

const ownCounts = ({ ratings, steps }: LocalDay) =>
  tallyCounts([
    ...ratings.filter(({ reported }) => reported).map((rating) => [bucketName(rating), 1] as const),
    ...steps.map(({ creditCode }) => [stepBucket(creditCode), 1] as const),
  ]);

const centerCounts = ({ ratings, steps }: CenterCounts) =>
  tallyCounts([
    ...ratings.map((row) => [bucketName(row), row.count] as const),
    ...steps.map((row) => [stepBucket(row.creditCode), row.count] as const),
  ]);

/**
 * Returns the departments to compare record by record: those whose counts differ, and those with a
 * case that still has records to send (by project number), because equal counts could hide one
 * missing record behind one extra.
 */
export const departmentsToCompare = (
  own: LocalDay,
  counts: CenterCounts,
  outstanding: ReadonlySet<string>,
): readonly string[] => {
  const [ours, theirs] = [ownCounts(own), centerCounts(counts)];
  const buckets = new Set([...ours.keys(), ...theirs.keys()]);
  const differing = [...buckets].filter(
    (name) => (ours.get(name) ?? 0) !== (theirs.get(name) ?? 0),
  );
  const waiting = [...own.ratings, ...own.steps].filter(({ projectNo }) =>
    outstanding.has(projectNo),
  );
  const codes = [...differing.map(departmentOf), ...waiting.map(({ creditCode }) => creditCode)];
  return [...new Set(codes)].toSorted();
};

const caseOf = ({ subject }: FoundDifference): readonly string[] => {
  if (subject.of === 'rating') return [subject.projectNo];
  return subject.of === 'step' ? [projectNoOf(subject.ticketId)] : [];
};

/**
 * Returns the cases with something that was never reported to the center and that nothing will
 * retry, because they are not in the outbox.
 */
export const neverSentIn = (
  found: readonly FoundDifference[],
  outstanding: ReadonlySet<string>,
): readonly string[] => {
  const unsent = found.filter(({ finding }) => finding === 'not_yet_accepted');
  return [...new Set(unsent.flatMap(caseOf))].filter((one) => !outstanding.has(one));
};
