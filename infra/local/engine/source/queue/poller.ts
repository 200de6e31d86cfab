import type { EpochMs, LocalClock } from '../../clock.ts';
import type { Faults, MappingDefinition } from '../../model.ts';
import type { Activity } from '../activity.ts';
import { holdBack } from '../delivery.ts';
import type { Deliver } from '../delivery.ts';
import { readBatchOutcome } from '../item-failures.ts';
import type { Loop } from '../loop.ts';
import type { Matches } from '../pattern/pattern.ts';
import { filterView, queueRecord } from './queue-record.ts';
import { MOST_PER_CALL } from './queue-wire.ts';
import type { QueueWire, ReceivedMessage } from './queue-wire.ts';

export interface PollerParts {
  readonly mapping: MappingDefinition;
  readonly wire: QueueWire;
  readonly clock: LocalClock;
  readonly faults: Faults;
  readonly activity: Activity;
  readonly passes: Matches;
  readonly deliver: Deliver;
}

/**
 * The number of concurrent batches with which a mapping without `maximumConcurrency` starts on AWS.
 */
const DEFAULT_CONCURRENCY = 5;

/**
 * Collects one batch after the other and runs up to `maximumConcurrency` of them concurrently. A
 * FIFO queue itself withholds every group that has a message in flight.
 */
export class Poller {
  readonly #parts: PollerParts;
  readonly #loop: Loop;
  #running = 0;

  constructor(parts: PollerParts) {
    this.#parts = parts;
    this.#loop = parts.activity.loop(() => this.#step());
  }

  /** There may be messages. */
  wake(): void {
    this.#loop.wake();
  }

  async #step(): Promise<void> {
    const { activity, mapping } = this.#parts;
    if (this.#running >= (mapping.maximumConcurrency ?? DEFAULT_CONCURRENCY))
      return this.#loop.restForWork();
    await this.#holdBack();
    const batch = await this.#collect();
    if (batch.length === 0) return this.#loop.restForWork();
    this.#running += 1;
    activity.task(this.#process(batch));
  }

  /** Waits before receiving, so that a delay does not use up the visibility timeout. */
  async #holdBack(): Promise<void> {
    const { clock, faults, wire } = this.#parts;
    if ((faults.delayMs ?? 0) > 0 && (await wire.hasVisible()))
      await holdBack(this.#loop, clock.now(), faults);
  }

  async #process(batch: readonly ReceivedMessage[]): Promise<void> {
    try {
      const { deliver, mapping, wire } = this.#parts;
      const Records = batch.map((message) => queueRecord(message, mapping.sourceArn));
      const known = new Set(batch.map(({ MessageId }) => MessageId));
      const invocation = await deliver({ Records });
      const outcome = readBatchOutcome(invocation, known, mapping.reportsItemFailures);
      if (outcome.kind === 'allFailed') return;
      await wire.remove(batch.filter(({ MessageId }) => !outcome.failed.has(MessageId)));
    } finally {
      this.#running -= 1;
      this.#loop.wake();
    }
  }

  /**
   * Receives until the batch is full, the queue is empty, or the first message's window is over.
   */
  async #collect(): Promise<readonly ReceivedMessage[]> {
    const { clock, mapping } = this.#parts;
    const batch: ReceivedMessage[] = [];
    let windowEnds: EpochMs | undefined;
    while (batch.length < mapping.batchSize && !this.#loop.stopped) {
      const received = await this.#receive(mapping.batchSize - batch.length);
      batch.push(...received.wanted);
      if (batch.length > 0) windowEnds ??= clock.now() + mapping.windowSeconds * 1000;
      const isOver = windowEnds !== undefined && clock.now() >= windowEnds;
      if (isOver || (received.count === 0 && windowEnds === undefined)) break;
      if (received.count === 0) await this.#loop.restForWork(windowEnds);
    }
    return batch;
  }

  async #receive(room: number): Promise<{ count: number; wanted: readonly ReceivedMessage[] }> {
    const { passes, wire } = this.#parts;
    const received = await wire.receive(Math.min(room, MOST_PER_CALL));
    const wanted = received.filter((message) => passes(filterView(message)));
    await wire.remove(received.filter((message) => !wanted.includes(message)));
    return { count: received.length, wanted };
  }
}
