import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { createReportPublisher } from '../../../shared/queue/report-publisher.ts';

const sqs = mockClient(SQSClient);
const publisher = createReportPublisher({
  client: new SQSClient({ region: 'cn-north-1' }),
  queueUrl: 'http://127.0.0.1/000000000000/Report.fifo',
});

const calls = Array.from({ length: 12 }, (_, index) => ({
  projectNo: `33060226112000000000${String(index).padStart(2, '0')}`,
  mark: `e${index}`,
}));

afterAll(() => sqs.restore());

beforeEach(() => {
  sqs.reset();
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries }: { Entries: { Id: string }[] }) => ({
    Successful: Entries.filter(({ Id }) => Id !== '1'),
  }));
});

describe('the publisher to the report queue', () => {
  it('sends each case in its own group, marked, without a delay, and says which were not taken', async () => {
    const refused = await publisher.call(calls);
    const [first, second] = sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0]);
    expect(first?.input.Entries).toHaveLength(10);
    expect(second?.input.Entries?.[0]).toEqual({
      Id: '0',
      MessageBody: JSON.stringify({ projectNo: calls[10]?.projectNo }),
      DelaySeconds: undefined,
      MessageGroupId: calls[10]?.projectNo,
      MessageDeduplicationId: 'e10',
    });
    expect(refused).toEqual([calls[1], calls[11]]);
  });

  it('throws when the queue cannot be asked', async () => {
    sqs.on(SendMessageBatchCommand).rejects(new Error('no route'));
    await expect(publisher.call(calls)).rejects.toThrow('no route');
  });
});
