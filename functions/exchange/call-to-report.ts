import type { DynamoDBRecord } from 'aws-lambda';

import type { Case } from '../../shared/domain/case/case.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Step } from '../../shared/domain/ticket/step/step.ts';
import { projectNoOf } from '../../shared/domain/ticket/ticket.ts';
import type { ReportPublisher } from '../../shared/port/exchange/publisher.ts';
import { itemAfter, kindOf } from '../../shared/store/change.ts';

/** The case that a change is about, where it is one of those that the center is told of. */
const caseOf = (record: DynamoDBRecord): string | undefined => {
  const kind = kindOf(record);
  if (kind === 'case' || kind === 'rating') return itemAfter<Case | Rating>(record)?.projectNo;
  const step = kind === 'step' ? itemAfter<Step>(record) : undefined;
  return step && projectNoOf(step.ticketId);
};

/**
 * Calls every case once of which something may have to be reported; what, is read from the case
 * then. Answers the records whose case was not taken.
 */
export const callToReport = async (
  reports: ReportPublisher,
  records: readonly DynamoDBRecord[],
): Promise<readonly DynamoDBRecord[]> => {
  const marks = new Map<string, string>();
  for (const record of records) {
    const projectNo = caseOf(record);
    if (projectNo !== undefined) marks.set(projectNo, record.eventID ?? '');
  }
  const calls = [...marks].map(([projectNo, mark]) => ({ projectNo, mark }));
  const refused = new Set((await reports.call(calls)).map(({ projectNo }) => projectNo));
  return records.filter((record) => refused.has(caseOf(record) ?? ''));
};
