/**
 * Random histories of a queue, and the model that they are compared with. The engine is called
 * directly, and is occasionally replaced by a new one on the same data, as after a restart.
 */
import { array, constant, constantFrom, integer, nat, oneof, record } from 'fast-check';
import type { Arbitrary } from 'fast-check';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import { openDatabase } from '../../../infra/local/engine/database.ts';
import type { QueueDefinition, QueueEngine } from '../../../infra/local/engine/model.ts';
import { createQueueEngine } from '../../../infra/local/engine/queue/queue-engine.ts';
import { START } from './open-queues.ts';

/** A message in the model. */
export interface Held {
  readonly id: string;
  readonly group: string;
  visibleAt: number;
  inFlight: boolean;
  receives: number;
  handle: string;
}

interface Received {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
}

const queueUrl = (name: string) => `http://engine/000000000000/${name}`;

class Bench {
  readonly clock = frozenClock(START);
  readonly database = openDatabase(':memory:');
  readonly queues: readonly QueueDefinition[];
  engine: QueueEngine;
  sent = 0;

  constructor(queues: readonly QueueDefinition[]) {
    this.queues = queues;
    this.engine = this.start();
  }

  start(): QueueEngine {
    const { database, clock } = this;
    const engine = createQueueEngine({ database, clock, baseUrl: 'http://engine' });
    for (const queue of this.queues) engine.define(queue);
    return engine;
  }

  restart(): void {
    this.engine.stop();
    this.engine = this.start();
  }

  async send(name: string, more: object): Promise<string> {
    this.sent += 1;
    const input = { QueueUrl: queueUrl(name), MessageBody: `${this.sent}`, ...more };
    return ((await this.engine.handle('SendMessage', input)) as { MessageId: string }).MessageId;
  }

  async receive(name: string, limit: number, visibility: number): Promise<readonly Received[]> {
    const answer = await this.engine.handle('ReceiveMessage', {
      QueueUrl: queueUrl(name),
      MaxNumberOfMessages: limit,
      VisibilityTimeout: visibility,
    });
    return (answer as { Messages?: Received[] }).Messages ?? [];
  }

  delete(name: string, handle: string): Promise<object> {
    const input = { QueueUrl: queueUrl(name), ReceiptHandle: handle };
    return this.engine.handle('DeleteMessage', input);
  }

  release(name: string, handle: string): Promise<object> {
    const input = { QueueUrl: queueUrl(name), ReceiptHandle: handle, VisibilityTimeout: 0 };
    return this.engine.handle('ChangeMessageVisibility', input);
  }

  /** Receives and deletes all remaining messages. */
  async drain(name: string): Promise<readonly string[]> {
    const ids: string[] = [];
    for (;;) {
      const batch = await this.receive(name, 10, 43_200);
      if (batch.length === 0) return ids;
      for (const message of batch) {
        ids.push(message.MessageId);
        await this.delete(name, message.ReceiptHandle);
      }
    }
  }

  async close(): Promise<void> {
    this.engine.stop();
    this.clock.stop();
    await this.database.close();
  }
}

export type Step =
  | { readonly do: 'send'; readonly delay: number; readonly group: string }
  | { readonly do: 'receive'; readonly limit: number; readonly visibility: number }
  | { readonly do: 'delete' | 'release'; readonly pick: number }
  | { readonly do: 'advance'; readonly seconds: number }
  | { readonly do: 'restart' };

const step: Arbitrary<Step> = oneof(
  {
    weight: 4,
    arbitrary: record({
      do: constant('send' as const),
      delay: constantFrom(0, 0, 1, 30, 900),
      group: constantFrom('a', 'b', 'c'),
    }),
  },
  {
    weight: 4,
    arbitrary: record({
      do: constant('receive' as const),
      limit: integer({ min: 1, max: 10 }),
      visibility: constantFrom(0, 1, 30, 600),
    }),
  },
  {
    weight: 3,
    arbitrary: record({
      do: constantFrom('delete' as const, 'release' as const),
      pick: nat(),
    }),
  },
  {
    weight: 3,
    arbitrary: record({
      do: constant('advance' as const),
      seconds: constantFrom(1, 29, 30, 900),
    }),
  },
  { weight: 1, arbitrary: record({ do: constant('restart' as const) }) },
);

export const history = array(step, { minLength: 1, maxLength: 60 });

/**
 * The guarantees of every queue; `receivable` returns the messages that may be received and, for
 * FIFO, their order. Collects the deviations of the engine.
 */
class Model {
  readonly violations: string[] = [];
  readonly bench: Bench;
  readonly name: string;
  readonly receivable: (live: readonly Held[], now: number) => readonly Held[];
  live: Held[] = [];

  constructor(bench: Bench, name: string, receivable: Model['receivable']) {
    this.bench = bench;
    this.name = name;
    this.receivable = receivable;
  }

  get now(): number {
    return this.bench.clock.now();
  }

  async play(step: Step): Promise<void> {
    if (step.do === 'send') return this.#send(step.delay, step.group);
    if (step.do === 'receive') return this.#receive(step.limit, step.visibility);
    if (step.do === 'advance') return this.bench.clock.advance(step.seconds * 1000);
    if (step.do === 'restart') return this.bench.restart();
    return this.#settle(step.do, step.pick);
  }

  async #send(delay: number, group: string): Promise<void> {
    const fifo = this.name.endsWith('.fifo');
    const more = fifo ? { MessageGroupId: group } : { DelaySeconds: delay };
    const id = await this.bench.send(this.name, more);
    const visibleAt = this.now + (fifo ? 0 : delay * 1000);
    this.live.push({ id, group, visibleAt, inFlight: false, receives: 0, handle: '' });
  }

  async #receive(limit: number, visibility: number): Promise<void> {
    const may = this.receivable(this.live, this.now);
    const got = await this.bench.receive(this.name, limit, visibility);
    const ids = got.map(({ MessageId }) => MessageId);
    const expected = may.slice(0, limit).map(({ id }) => id);
    const inOrder = this.name.endsWith('.fifo') ? ids.join() === expected.join() : true;
    if (ids.length !== expected.length || !inOrder) this.#violated('received', ids, expected);
    for (const message of got) this.#hold(message, { may, visibility });
  }

  #hold(
    { MessageId, ReceiptHandle }: Received,
    { may, visibility }: { may: readonly Held[]; visibility: number },
  ): void {
    const held = may.find(({ id, handle }) => id === MessageId && handle !== ReceiptHandle);
    if (!held) return this.#violated('not receivable', [MessageId], []);
    held.handle = ReceiptHandle;
    held.inFlight = true;
    held.receives += 1;
    held.visibleAt = this.now + visibility * 1000;
  }

  #violated(what: string, got: readonly string[], expected: readonly string[]): void {
    this.violations.push(`${what}: ${got.join()} instead of ${expected.join()}`);
  }

  async #settle(what: 'delete' | 'release', pick: number): Promise<void> {
    const inFlight = this.live.filter((held) => held.inFlight && held.visibleAt > this.now);
    const held = inFlight[pick % Math.max(1, inFlight.length)];
    if (!held) return;
    if (what === 'release') {
      await this.bench.release(this.name, held.handle);
      held.visibleAt = this.now;
      return;
    }
    await this.bench.delete(this.name, held.handle);
    this.live = this.live.filter((one) => one !== held);
  }
}

/**
 * Executes the steps on the first queue, then lets all timeouts pass and empties all queues.
 * Returns the deviations of the engine from the model; an empty list is a pass.
 */
export const play = async (
  queues: readonly QueueDefinition[],
  receivable: Model['receivable'],
  steps: readonly Step[],
): Promise<readonly string[]> => {
  const bench = new Bench(queues);
  try {
    const model = new Model(bench, queues[0]?.name ?? '', receivable);
    for (const step of steps) await model.play(step);
    bench.clock.advance(1_000_000);
    const left: string[] = [];
    for (const queue of queues) left.push(...(await bench.drain(queue.name)));
    const kept = model.live.map(({ id }) => id);
    const same = left.sort().join() === kept.sort().join();
    return same
      ? model.violations
      : [...model.violations, `left: ${left.join()}, not ${kept.join()}`];
  } finally {
    await bench.close();
  }
};
