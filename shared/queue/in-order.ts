import { processPartialResponse, SqsFifoPartialProcessorAsync } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

import { EACH_BY_ITSELF, unlessPermanent } from './permanent.ts';

const groupsOf = (records: readonly SQSRecord[]): readonly SQSRecord[][] => [
  ...Map.groupBy(records, ({ attributes }) => attributes.MessageGroupId).values(),
];

/**
 * Processes the messages of a FIFO queue: groups concurrently, the messages of one group in order.
 * When a message fails, the later ones of its group fail with it: SQS deletes what is not reported
 * as failed, and the failed message would otherwise arrive after its successors. The processor is
 * sequential over all groups, so each group gets its own.
 */
export const eachInOrder =
  (handle: (record: SQSRecord) => Promise<void>) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const answers = await Promise.all(
      groupsOf(Records).map((group) => {
        const processor = new SqsFifoPartialProcessorAsync();
        const batch = { Records: group };
        return processPartialResponse(batch, unlessPermanent(handle), processor, EACH_BY_ITSELF);
      }),
    );
    return { batchItemFailures: answers.flatMap(({ batchItemFailures }) => batchItemFailures) };
  };
