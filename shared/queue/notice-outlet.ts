import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { SQSClient } from '@aws-sdk/client-sqs';

import type { Notice, NoticeOutlet } from '../port/inbox.ts';

/** The most that one call takes. */
const batchSize = 10;

const chunks = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / batchSize) }, (_, index) =>
    items.slice(index * batchSize, (index + 1) * batchSize),
  );

const send = async (
  client: SQSClient,
  queueUrl: string,
  notices: readonly Notice[],
): Promise<readonly string[]> => {
  const { Failed } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: notices.map((notice, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(notice),
      })),
    }),
  );
  return (Failed ?? []).flatMap(({ Id }) => notices[Number(Id)]?.id ?? []);
};

/** Puts notices on the queue; says which the queue did not take, so that their records are retried. */
export const noticeOutlet = (client: SQSClient, queueUrl: string): NoticeOutlet => ({
  async announce(notices) {
    const failed: string[] = [];
    for (const chunk of chunks(notices)) failed.push(...(await send(client, queueUrl, chunk)));
    return failed;
  },
});
