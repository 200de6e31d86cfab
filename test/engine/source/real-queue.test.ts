import '../../support/silent-logs.ts';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';

import { openDatabase } from '../../../infra/local/engine/database.ts';
import type { MappingDefinition, QueueDefinition } from '../../../infra/local/engine/model.ts';
import { createQueueEngine } from '../../../infra/local/engine/queue/queue-engine.ts';
import { startQueueSource } from '../../../infra/local/engine/source/queue-source.ts';
import { queueUrlOf } from '../../../infra/local/engine/source/queue/queue-url.ts';
import { eachInOrder } from '../../../shared/queue/in-order.ts';
import { queueArn } from './fake-queues.ts';
import {
  bench,
  contentsOf,
  done,
  failed,
  hostsOf,
  itemFailures,
  mappingOf,
} from './source-bench.ts';
import type { QueueEvent, RecordingHosts } from './source-bench.ts';

const definitionOf = (name: string, more: Partial<QueueDefinition> = {}): QueueDefinition => ({
  name,
  arn: queueArn(name),
  fifo: name.endsWith('.fifo'),
  contentBasedDeduplication: name.endsWith('.fifo'),
  delaySeconds: 0,
  visibilityTimeoutSeconds: 30,
  retentionSeconds: 345_600,
  receiveWaitSeconds: 20,
  maximumMessageSize: 262_144,
  ...more,
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const setUp = (name: string) => {
  const around = bench();
  const database = openDatabase(':memory:');
  const queues = createQueueEngine({ database, clock: around.clock, baseUrl: 'http://127.0.0.1' });
  const dead = name.endsWith('.fifo') ? 'dead.fifo' : 'dead';
  queues.define(definitionOf(dead));
  const redrive = { deadLetterArn: queueArn(dead), maxReceiveCount: 3 };
  queues.define(definitionOf(name, { redrive }));
  const QueueUrl = queueUrlOf(queueArn(name));
  const send = (body: string, more: object = {}) =>
    queues.handle('SendMessage', { QueueUrl, MessageBody: body, ...more });
  const start = (hosts: RecordingHosts, more: Partial<MappingDefinition> = {}) => {
    const mapping = mappingOf(queueArn(name), more);
    const source = startQueueSource({ ...around, mapping, hosts, queues });
    closing.push(() => source.stop());
    return source;
  };
  const depth = async (queue: string) => {
    const depths = await queues.depths();
    const { visible, inFlight, delayed } = depths.find((one) => one.name === queue) ?? {};
    return [visible, inFlight, delayed];
  };
  closing.push(async () => {
    queues.stop();
    await database.close();
  });
  return { ...around, send, start, depth, dead };
};

describe('a queue mapping on the embedded queue engine', () => {
  it('delivers a delayed message at its time, with all that Lambda adds', async () => {
    const { clock, depth, send, start } = setUp('work');
    const hosts = hostsOf();
    const source = start(hosts);
    const MessageAttributes = { kind: { DataType: 'String', StringValue: 'due' } };
    await send('hello', { DelaySeconds: 900, MessageAttributes });
    clock.advance(899_999);
    await source.idle();
    expect(hosts.events).toEqual([]);
    clock.advance(1);
    await source.idle();
    const [record] = (hosts.events[0] as QueueEvent).Records;
    expect(record).toMatchObject({
      body: 'hello',
      md5OfBody: '5d41402abc4b2a76b9719d911017c592',
      md5OfMessageAttributes: expect.stringMatching(/^[\da-f]{32}$/),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: expect.stringMatching(/^\d{13}$/),
      },
      messageAttributes: { kind: { stringValue: 'due', dataType: 'String' } },
    });
    expect(await depth('work')).toEqual([0, 0, 0]);
  });

  it('retries after the visibility timeout and ends in the dead-letter queue', async () => {
    const { clock, dead, depth, send, start } = setUp('work');
    await send('poison');
    await send('fine');
    const hosts = hostsOf((event) => {
      const { Records } = event as QueueEvent;
      const poison = Records.filter(({ body }) => body === 'poison');
      return itemFailures(...poison.map(({ messageId }) => messageId));
    });
    const source = start(hosts);
    for (let turn = 0; turn < 5; turn += 1) {
      await source.idle();
      clock.advance(30_000);
    }
    await source.idle();
    expect(
      hosts
        .batches()
        .flat()
        .filter((body) => body === 'poison'),
    ).toHaveLength(3);
    expect(
      hosts
        .batches()
        .flat()
        .filter((body) => body === 'fine'),
    ).toHaveLength(1);
    expect(await depth(dead)).toEqual([1, 0, 0]);
    expect(await depth('work')).toEqual([0, 0, 0]);
  });

  it('keeps the order of each FIFO group and blocks no other', async () => {
    const { clock, depth, send, start } = setUp('case.fifo');
    const bodies = ['a1', 'b1', 'a2', 'b2', 'a3', 'c1'];
    for (const body of bodies) await send(body, { MessageGroupId: body.slice(0, 1) });
    let left = 2;
    const hosts = hostsOf((event) =>
      contentsOf(event).includes('a1') && (left -= 1) >= 0 ? failed : done(),
    );
    const source = start(hosts, { batchSize: 1 });
    await source.idle();
    expect(new Set(hosts.batches().flat())).toEqual(new Set(['a1', 'b1', 'b2', 'c1']));
    for (let turn = 0; turn < 2; turn += 1) {
      clock.advance(30_000);
      await source.idle();
    }
    const ofGroup = (group: string) =>
      hosts
        .batches()
        .flat()
        .filter((body) => body.startsWith(group));
    expect(ofGroup('a')).toEqual(['a1', 'a1', 'a1', 'a2', 'a3']);
    expect(ofGroup('b')).toEqual(['b1', 'b2']);
    expect(await depth('case.fifo')).toEqual([0, 0, 0]);
  });

  it('holds a group back behind its failed message, and gives up what waited as often with it', async () => {
    const { clock, dead, depth, send, start } = setUp('case.fifo');
    for (const body of ['a1', 'a2', 'a3', 'b1']) {
      await send(body, { MessageGroupId: body.slice(0, 1) });
    }
    const seen: string[] = [];
    const handle = eachInOrder(async ({ body }) => {
      seen.push(body);
      if (body === 'a2') throw new Error('the center is down');
    });
    const hosts = hostsOf(async (event) => done(await handle(event as SQSEvent)));
    const source = start(hosts);
    for (let turn = 0; turn < 3; turn += 1) {
      await source.idle();
      clock.advance(30_000);
    }
    await send('a4', { MessageGroupId: 'a' });
    await source.idle();
    expect(seen).toEqual(['a1', 'b1', 'a2', 'a2', 'a2', 'a4']);
    expect(await depth(dead)).toEqual([2, 0, 0]);
    expect(await depth('case.fifo')).toEqual([0, 0, 0]);
  });

  it('collects a window across several receives', async () => {
    const { clock, send, start } = setUp('work');
    const hosts = hostsOf();
    const source = start(hosts, { batchSize: 50, windowSeconds: 5 });
    await Promise.all(Array.from({ length: 23 }, (_, index) => send(`${index}`)));
    await source.idle();
    clock.advance(5_000);
    await source.idle();
    expect(hosts.batches().map((batch) => batch.length)).toEqual([23]);
  });
});
