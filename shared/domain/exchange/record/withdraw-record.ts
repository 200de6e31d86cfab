import { serviceNumberOf } from '../case-report.ts';
import type { RecordRef } from '../case-report.ts';
import type { CenterCodes } from './center-codes.ts';
import { omitEmpty } from './field.ts';
import type { Body } from './field.ts';

export interface Withdrawal {
  readonly projectNo: string;
  readonly ref: RecordRef;
  readonly ticketId?: string | undefined;
  readonly reason: string;
  readonly revision: number;
}

/** 撤回: withdraws what the center holds under that number. Ratings are never withdrawn. */
export const withdrawRecord = (asked: Withdrawal, codes: CenterCodes): Body => {
  const { ref } = asked;
  return omitEmpty({
    kind: ref.kind,
    projectNo: asked.projectNo,
    serviceNumber: serviceNumberOf(ref),
    caseCode: asked.ticketId,
    stepNumber: ref.kind === 'step' ? ref.stepNumber : undefined,
    reason: asked.reason,
    dataSource: codes.dataSource,
    revision: asked.revision,
  });
};
