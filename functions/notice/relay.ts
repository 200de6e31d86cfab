import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

import type { ReportPublisher } from '../../shared/port/exchange/publisher.ts';
import { fromFirstFailed } from '../../shared/store/change.ts';
import { callToReport } from '../exchange/call-to-report.ts';
import { announceNotices } from './announce.ts';
import type { AnnounceDeps } from './announce.ts';

export interface RelayDeps extends AnnounceDeps {
  /** Undefined when the city does not report to a provincial center. */
  readonly reports: ReportPublisher | undefined;
}

/**
 * Forwards changes of the table: announces new notices, and queues cases that must be reported to
 * the center. Both share one consumer, because a shard of the stream supports two without
 * throttling, and figures are the other. Notices go first, so problems of the report queue cannot
 * delay them.
 */
export const relayChanges =
  (deps: RelayDeps) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const unannounced = await announceNotices(deps, Records);
    const uncalled = deps.reports ? await callToReport(deps.reports, Records) : [];
    const failed = new Set([...unannounced, ...uncalled]);
    return fromFirstFailed(Records, (record) => failed.has(record));
  };
