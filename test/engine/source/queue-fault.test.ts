import { describe, expect, it } from 'vitest';

import { queueWire } from '../../../infra/local/engine/source/queue/queue-wire.ts';
import { queueArn } from './fake-queues.ts';
import { queueBench } from './queue-bench.ts';
import { hostsOf } from './source-bench.ts';

const VISIBILITY_MS = 30_000;
const setUp = () => queueBench('work', VISIBILITY_MS);

describe('faults between a queue and its function', () => {
  it('deliver a batch twice', async () => {
    const { faults, left, send, start } = setUp();
    faults.duplicate = 2;
    await send('a');
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    expect(hosts.batches()).toEqual([['a'], ['a']]);
    expect(left()).toEqual([]);
    await source.stop();
  });

  it('hold deliveries back', async () => {
    const { clock, faults, send, start } = setUp();
    faults.delayMs = 2_000;
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    clock.advance(1_000);
    await send('a');
    await source.idle();
    clock.advance(1_999);
    await source.idle();
    expect(hosts.events).toEqual([]);
    clock.advance(1);
    await source.idle();
    expect(hosts.batches()).toEqual([['a']]);
    await source.stop();
  });

  it('throw the answer away after the work is done', async () => {
    const { clock, faults, left, send, start } = setUp();
    faults.crash = 1;
    await send('a');
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    expect(left()).toEqual(['a']);
    faults.crash = 0;
    clock.advance(VISIBILITY_MS);
    await source.idle();
    expect(hosts.batches()).toEqual([['a'], ['a']]);
    expect(left()).toEqual([]);
    await source.stop();
  });
});

describe('a queue that itself fails', () => {
  it('is asked again after a pause, and the error is told', async () => {
    const { clock, queues, reported, send, start } = setUp();
    await send('a');
    queues.fail('ReceiveMessage', 1);
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    expect(reported).toEqual([new Error('ReceiveMessage fails')]);
    expect(hosts.events).toEqual([]);
    clock.advance(1_000);
    await source.idle();
    expect(hosts.batches()).toEqual([['a']]);
    await source.stop();
  });

  it('tells when it cannot delete, and the message comes again', async () => {
    const { clock, left, queues, reported, send, start } = setUp();
    await send('a');
    queues.fail('DeleteMessageBatch', 1);
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    expect(reported).toEqual([new Error('DeleteMessageBatch fails')]);
    clock.advance(VISIBILITY_MS);
    await source.idle();
    expect(hosts.batches()).toEqual([['a'], ['a']]);
    expect(left()).toEqual([]);
    await source.stop();
  });

  it('tells of single messages that could not be deleted', async () => {
    const { queues } = setUp();
    const Failed = [{ Id: '0', Code: 'ReceiptHandleIsInvalid' }];
    const refusing = { ...queues, handle: async () => ({ Failed }) };
    const wire = queueWire(refusing, queueArn('work'));
    const message = { MessageId: 'm1', ReceiptHandle: 'x', Body: '', MD5OfBody: '' };
    await expect(wire.remove([message])).rejects.toThrow('ReceiptHandleIsInvalid');
  });
});
