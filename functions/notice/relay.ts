import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

import type { DuePublisher } from '../../shared/port/escalation/due-publisher.ts';
import type { ReportPublisher } from '../../shared/port/exchange/publisher.ts';
import { fromFirstFailed } from '../../shared/store/change.ts';
import { callToReport } from '../exchange/call-to-report.ts';
import { planMessages } from '../message/plan.ts';
import { announceNotices } from './announce.ts';
import type { AnnounceDeps } from './announce.ts';

export interface RelayDeps extends AnnounceDeps {
  /** Undefined when the city does not report to a provincial center. */
  readonly reports: ReportPublisher | undefined;
  /** Undefined while residents get no messages. */
  readonly messageCalls: DuePublisher | undefined;
}

/**
 * Forwards changes of the table: announces new notices, queues cases that must be reported to the
 * center, and messages to residents. All share one consumer, because a shard of the stream supports
 * two without throttling, and figures are the other. Notices go first, so problems of the other
 * queues cannot delay them.
 */
export const relayChanges =
  (deps: RelayDeps) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const unannounced = await announceNotices(deps, Records);
    const uncalled = deps.reports ? await callToReport(deps.reports, Records) : [];
    const { messageCalls, now } = deps;
    const unplanned = messageCalls ? await planMessages({ now, messageCalls }, Records) : [];
    const failed = new Set([...unannounced, ...uncalled, ...unplanned]);
    return fromFirstFailed(Records, (record) => failed.has(record));
  };
