import type * as z from 'zod/mini';

import type { TicketFile } from '../../../events/ticket/view.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { caseAt } from '../../../shared/domain/case/hand-over.ts';
import { numbersAt } from '../../../shared/domain/case/number-at.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';

type MaskedApplicant = z.infer<typeof TicketFile>['applicant'];

/** Returns the masked applicant with the number that the case had before its rating. */
export const maskedApplicant = (known: Case, ratedAt: Instant): MaskedApplicant => {
  const { before, after } = numbersAt(known, ratedAt);
  return {
    name: caseAt(known, ratedAt).applicant.maskedName,
    mobile: before?.masked,
    ...(after && { numberChangedAt: withOffset(after.since) }),
  };
};
