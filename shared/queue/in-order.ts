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
 * Handles the messages of a FIFO queue: groups side by side, the messages of one group one after
 * the other. The first that fails takes the later ones of its group along: what is not reported as
 * failed is deleted, and the failed one would come again after its successors.
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
