import type { NumberedRef } from '../case-report.ts';
import type { CenterCodes } from './center-codes.ts';
import { omitEmpty } from './field.ts';
import type { Body } from './field.ts';

export interface Withdrawal {
  readonly projectNo: string;
  readonly ref: NumberedRef;
  readonly ticketId?: string | undefined;
  readonly reason: string;
  readonly revision: number;
}

/** 撤回: withdraws what the center holds under that number. Ratings are never withdrawn. */
export const withdrawRecord = (asked: Withdrawal, codes: CenterCodes): Body => {
  const { kind, serviceNumber, stepNumber } = asked.ref;
  return omitEmpty({
    kind,
    projectNo: asked.projectNo,
    serviceNumber,
    caseCode: asked.ticketId,
    stepNumber,
    reason: asked.reason,
    dataSource: codes.dataSource,
    revision: asked.revision,
  });
};
