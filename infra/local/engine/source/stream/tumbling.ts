import { formatSeconds } from '../../clock.ts';
import type { EpochMs } from '../../clock.ts';
import type { ChangeRecord, Invocation } from '../../model.ts';
import { writtenAt } from './record-age.ts';

/** Above this size of the state, Lambda ends a window early. */
const MOST_STATE_BYTES = 1024 * 1024;

interface OpenWindow {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly state: unknown;
}

export interface TumblingOptions {
  readonly lengthSeconds: number;
  readonly shard: string;
  readonly streamArn: string;
}

const stateIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'state' in value ? value.state : undefined;

const bytesOf = (state: unknown): number => Buffer.byteLength(JSON.stringify(state));

/**
 * The tumbling windows of one shard, one after the other. A change belongs to the window in which
 * it was written, counted from 1970 in steps of the window's length. The `state` that the function
 * returns is passed to its next invocation for the same window (Lambda developer guide, "Stateful
 * DynamoDB stream processing").
 */
export class Tumbling {
  readonly #options: TumblingOptions;
  #open: OpenWindow | undefined;

  constructor(options: TumblingOptions) {
    this.#options = options;
  }

  /** When the open window ends by the clock; undefined while none is open. */
  get endsAt(): EpochMs | undefined {
    return this.#open?.end;
  }

  /**
   * Returns whether the open window must be ended before `next` is delivered, or before waiting.
   */
  isOver(now: EpochMs, next: ChangeRecord | undefined): boolean {
    if (this.#open === undefined) return false;
    if (this.#isTooLarge) return true;
    if (next === undefined) return now >= this.#open.end;
    return this.#startOf(next) !== this.#open.start;
  }

  /** Returns the end of the window that a change belongs to. */
  endOf(record: ChangeRecord): EpochMs {
    return this.#startOf(record) + this.#lengthMs;
  }

  /** Returns how many changes from the front belong to the same window. */
  together(waiting: readonly ChangeRecord[]): number {
    const [first] = waiting;
    if (first === undefined) return 0;
    const start = this.#startOf(first);
    const other = waiting.findIndex((record) => this.#startOf(record) !== start);
    return other === -1 ? waiting.length : other;
  }

  /** Returns the event for a batch of one window, which it opens if none is open. */
  event(records: readonly ChangeRecord[]): object {
    const [first] = records;
    if (this.#open === undefined && first !== undefined) {
      this.#open = { start: this.#startOf(first), end: this.endOf(first), state: {} };
    }
    return this.#wrap(records, false);
  }

  /** Returns the event that ends the window. */
  ending(): object {
    return this.#wrap([], true);
  }

  /** Interprets a response like Lambda: without a state, the invocation has failed. */
  read(invocation: Invocation): Invocation {
    if (!invocation.ok || stateIn(invocation.value) !== undefined) return invocation;
    return { ok: false, fault: 'the answer holds no state' };
  }

  /** Keeps the state of a response that completed at least a part of the batch. */
  took(invocation: Invocation): void {
    if (!invocation.ok || this.#open === undefined) return;
    this.#open = { ...this.#open, state: stateIn(invocation.value) };
  }

  /** The window is over: the next one begins with an empty state. */
  end(): void {
    this.#open = undefined;
  }

  get #lengthMs(): number {
    return this.#options.lengthSeconds * 1000;
  }

  get #isTooLarge(): boolean {
    return this.#open !== undefined && bytesOf(this.#open.state) > MOST_STATE_BYTES;
  }

  #startOf(record: ChangeRecord): EpochMs {
    return Math.floor(writtenAt(record) / this.#lengthMs) * this.#lengthMs;
  }

  #wrap(Records: readonly ChangeRecord[], final: boolean): object {
    const { shard, streamArn } = this.#options;
    const { start = 0, end = 0, state = {} } = this.#open ?? {};
    return {
      Records,
      window: { start: formatSeconds(start), end: formatSeconds(end) },
      state,
      shardId: shard,
      eventSourceARN: streamArn,
      isFinalInvokeForWindow: final,
      isWindowTerminatedEarly: final && this.#isTooLarge,
    };
  }
}
