import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

import { processRecord } from './permanent.ts';

const groupsOf = (records: readonly SQSRecord[]): readonly (readonly SQSRecord[])[] => [
  ...Map.groupBy(records, ({ attributes }) => attributes.MessageGroupId).values(),
];

const failedIn = async (
  group: readonly SQSRecord[],
  handle: (record: SQSRecord) => Promise<void>,
): Promise<readonly SQSRecord[]> => {
  for (const [index, record] of group.entries())
    if ((await processRecord(record, handle)) !== undefined) return group.slice(index);
  return [];
};

/**
 * Processes the messages of a FIFO queue: groups concurrently, the messages of one group in order.
 * When a message fails, the later ones of its group fail with it: SQS deletes what is not reported
 * as failed, and the failed message would otherwise arrive after its successors.
 */
export const eachInOrder =
  (handle: (record: SQSRecord) => Promise<void>) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const groups = groupsOf(event.Records);
    const failed = await Promise.all(groups.map((group) => failedIn(group, handle)));
    return {
      batchItemFailures: failed.flat().map(({ messageId }) => ({ itemIdentifier: messageId })),
    };
  };
