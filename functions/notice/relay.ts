import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

import type { ReportPublisher } from '../../shared/port/exchange/publisher.ts';
import { fromFirstFailed } from '../../shared/store/change.ts';
import { callToReport } from '../exchange/call-to-report.ts';
import { announceNotices } from './announce.ts';
import type { AnnounceDeps } from './announce.ts';

export interface RelayDeps extends AnnounceDeps {
  /** Undefined: the city reports to no center. */
  readonly reports: ReportPublisher | undefined;
}

/**
 * What the change stream leads to outside of the table: new notices are announced, and what a
 * center has to know is called to be reported. One reader for both, because a shard of the stream
 * serves two at most, and figures are the other. Notices go first: they do not wait for the report
 * queue, whatever becomes of it.
 */
export const relayChanges =
  (deps: RelayDeps) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const unannounced = await announceNotices(deps, Records);
    const uncalled = deps.reports ? await callToReport(deps.reports, Records) : [];
    const failed = new Set([...unannounced, ...uncalled]);
    return fromFirstFailed(Records, (record) => failed.has(record));
  };
