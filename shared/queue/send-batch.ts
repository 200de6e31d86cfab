import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';

/** The most that one call takes. */
const most = 10;

/** Where messages go. */
export interface Target {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** The queue, with one client for the life of the function instance. */
export const openTarget = (queueUrl: string): Target => ({ client: new SQSClient({}), queueUrl });

const sendTen = async (
  { client, queueUrl }: Target,
  bodies: readonly string[],
): Promise<ReadonlySet<string | undefined>> => {
  const { Successful = [] } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody })),
    }),
  );
  return new Set(Successful.map(({ Id }) => Id));
};

/** Puts each item onto the queue, as JSON; answers those that the queue did not take. */
export const sendEach = async <T>(target: Target, items: readonly T[]): Promise<readonly T[]> => {
  const refused: T[] = [];
  for (let from = 0; from < items.length; from += most) {
    const ten = items.slice(from, from + most);
    const taken = await sendTen(
      target,
      ten.map((item) => JSON.stringify(item)),
    );
    refused.push(...ten.filter((_, index) => !taken.has(String(index))));
  }
  return refused;
};
