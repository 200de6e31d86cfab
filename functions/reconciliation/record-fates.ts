import type { RecordRef } from '../../shared/domain/exchange/case-report.ts';
import { fateOf } from '../../shared/domain/reconciliation/fate.ts';
import { ratingName, stepName } from '../../shared/domain/reconciliation/reconciliation.ts';
import type { OwnRating, OwnStep } from '../../shared/domain/reconciliation/reconciliation.ts';
import type { Absent } from '../../shared/domain/reconciliation/records.ts';
import type { Fate, Fates } from '../../shared/domain/reconciliation/verdict.ts';
import type { ReportStore } from '../../shared/port/exchange/store.ts';

interface Sought {
  readonly name: string;
  readonly projectNo: string;
  readonly ref: RecordRef;
}

const soughtRating = (own: OwnRating): Sought => {
  const { projectNo, serviceNumber } = own;
  const assessNumber = own.assessNumber === 2 ? 2 : 1;
  return { name: ratingName(own), projectNo, ref: { kind: 'rating', serviceNumber, assessNumber } };
};

const soughtStep = (own: OwnStep): Sought => {
  const { projectNo, serviceNumber, stepNumber } = own;
  return { name: stepName(own), projectNo, ref: { kind: 'step', serviceNumber, stepNumber } };
};

/**
 * Returns what the receipts say about records that the center does not hold; reads each case once.
 */
export const fatesOf = async (
  { ratings, steps }: Absent,
  reports: Pick<ReportStore, 'file'>,
): Promise<Fates> => {
  const sought = [...ratings.map(soughtRating), ...steps.map(soughtStep)];
  const fates = new Map<string, Fate>();
  for (const [projectNo, ours] of Map.groupBy(sought, (one) => one.projectNo)) {
    const file = await reports.file(projectNo);
    for (const { name, ref } of ours) fates.set(name, fateOf(file, ref));
  }
  return fates;
};
