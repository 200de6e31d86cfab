import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { RecountMessage } from '../../../events/calendar/calendar.ts';
import { createRecountPublisher } from '../../../shared/queue/recount-publisher.ts';

const sqs = mockClient(SQSClient);
const publisher = createRecountPublisher({
  client: new SQSClient({ region: 'cn-north-1' }),
  queueUrl: 'http://127.0.0.1/000000000000/Recount',
});

const orders = Array.from({ length: 23 }, (_, index) => ({
  ticketId: `3306022611200000000${String(index).padStart(2, '0')}-1`,
  year: 2027,
  yearVersion: 1,
}));

const takeAllBut = (refused: readonly string[]): void => {
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries }: { Entries: { Id: string }[] }) => ({
    Successful: Entries.filter(({ Id }) => !refused.includes(Id)),
  }));
};

afterAll(() => sqs.restore());

beforeEach(() => {
  sqs.reset();
  takeAllBut([]);
});

describe('the publisher to the recount queue', () => {
  it('sends ten orders at a time, each as its consumer reads it', async () => {
    expect(await publisher.order(orders)).toEqual([]);
    const sent = sqs
      .commandCalls(SendMessageBatchCommand)
      .map(({ args }) => args[0].input.Entries ?? []);
    expect(sent.map((entries) => entries.length)).toEqual([10, 10, 3]);
    const read = sent.flat().map(({ MessageBody = '' }) => JSON.parse(MessageBody) as unknown);
    expect(read.map((body) => RecountMessage.parse(body))).toEqual(orders);
  });

  it('sends and names promises of cases as well', async () => {
    const order = { projectNo: '330602261120000000017', year: 2027, yearVersion: 1 };
    takeAllBut(['0']);
    expect(await publisher.order([order, ...orders.slice(0, 1)])).toEqual([order.projectNo]);
    const [call] = sqs.commandCalls(SendMessageBatchCommand);
    const [entry] = call?.args[0].input.Entries ?? [];
    expect(RecountMessage.parse(JSON.parse(entry?.MessageBody ?? ''))).toEqual(order);
  });

  it('asks the queue for nothing when there is nothing', async () => {
    expect(await publisher.order([])).toEqual([]);
    expect(sqs.commandCalls(SendMessageBatchCommand)).toHaveLength(0);
  });

  it('says which tickets the queue did not take', async () => {
    takeAllBut(['2']);
    const refused = [2, 12, 22].map((index) => orders[index]?.ticketId);
    expect(await publisher.order(orders)).toEqual(refused);
  });

  it('fails when the queue cannot be reached', async () => {
    sqs.on(SendMessageBatchCommand).rejects(new Error('down'));
    await expect(publisher.order(orders)).rejects.toThrow('down');
  });
});
