import type { DynamoDBRecord } from 'aws-lambda';

import { projectNoOf } from '../../shared/domain/ticket/ticket.ts';
import type { ReportPublisher } from '../../shared/port/exchange/publisher.ts';
import { itemAfter, kindOf } from '../../shared/store/change.ts';

/** Returns the case of a changed item, when the kind is one that is reported to the center. */
const caseOf = (record: DynamoDBRecord): string | undefined => {
  const kind = kindOf(record);
  if (kind === 'case' || kind === 'rating') return itemAfter(record, kind)?.projectNo;
  const step = kind === 'step' ? itemAfter(record, kind) : undefined;
  return step && projectNoOf(step.ticketId);
};

/**
 * Queues every changed case once. The consumer reads from the case what to report. Returns the
 * records whose case the queue refused.
 */
export const callToReport = async (
  reports: ReportPublisher,
  records: readonly DynamoDBRecord[],
): Promise<readonly DynamoDBRecord[]> => {
  const reported = records.flatMap((record) => {
    const projectNo = caseOf(record);
    return projectNo === undefined ? [] : [{ record, projectNo }];
  });
  const marks = new Map(reported.map(({ record, projectNo }) => [projectNo, record.eventID ?? '']));
  const calls = [...marks].map(([projectNo, mark]) => ({ projectNo, mark }));
  const refused = new Set((await reports.call(calls)).map(({ projectNo }) => projectNo));
  return reported.flatMap(({ record, projectNo }) => (refused.has(projectNo) ? [record] : []));
};
