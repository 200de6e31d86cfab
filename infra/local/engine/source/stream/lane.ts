import type { EpochMs } from '../../../clock.ts';
import type { ChangeRecord, Invocation } from '../../model.ts';
import { holdBack } from '../delivery.ts';
import { readBatchOutcome } from '../item-failures.ts';
import type { Loop } from '../loop.ts';
import type { StreamParts } from './stream-parts.ts';
import { Tumbling } from './tumbling.ts';
import { backOffMs, judge } from './verdict.ts';
import type { Chunk, Verdict } from './verdict.ts';

/** Lambda's limit on one synchronous invocation, counted here by the stored size of the changes. */
const PAYLOAD_BYTES = 6 * 1024 * 1024;

export interface LaneOwner {
  readonly shard: string;
  /** Keeps the position; resolves when it is on disk. */
  readonly resolved: (records: readonly ChangeRecord[]) => Promise<void>;
  /** A tumbling window is over, and the position may be kept. */
  readonly windowEnded: () => Promise<void>;
}

const sequencesOf = (chunk: Chunk): ReadonlySet<string> =>
  new Set(chunk.records.map((record) => record.dynamodb.SequenceNumber));

/** How many of the waiting changes fit one invocation; at least one. */
const fitting = (waiting: readonly ChangeRecord[], batchSize: number): number => {
  let bytes = 0;
  const tooMany = waiting.findIndex((record, index) => {
    bytes += record.dynamodb.SizeBytes;
    return index > 0 && (index >= batchSize || bytes > PAYLOAD_BYTES);
  });
  return tooMany === -1 ? waiting.length : tooMany;
};

/** Delivers changes strictly one batch after the other; nothing passes one that has failed. */
export class Lane {
  readonly #parts: StreamParts;
  readonly #owner: LaneOwner;
  readonly #loop: Loop;
  readonly #waiting: ChangeRecord[] = [];
  readonly #tumbling: Tumbling | undefined;
  #work: readonly Chunk[] = [];
  #windowEnds: EpochMs | undefined;
  #endingsFailed = 0;

  constructor(parts: StreamParts, owner: LaneOwner) {
    this.#parts = parts;
    this.#owner = owner;
    const { sourceArn: streamArn, tumblingSeconds: lengthSeconds } = parts.mapping;
    this.#tumbling =
      lengthSeconds === undefined
        ? undefined
        : new Tumbling({ lengthSeconds, streamArn, shard: owner.shard });
    this.#loop = parts.activity.loop(() => this.#step());
  }

  push(record: ChangeRecord): void {
    this.#waiting.push(record);
    this.#loop.wake();
  }

  /** While a window is open, a restart has to begin before it. */
  get inWindow(): boolean {
    return this.#tumbling?.endsAt !== undefined;
  }

  async #step(): Promise<void> {
    if (this.#work.length > 0 || (await this.#collect())) await this.#deliver();
  }

  async #deliver(): Promise<void> {
    const { clock, faults, mapping } = this.#parts;
    await holdBack(this.#loop, clock.now(), faults);
    const chunk = this.#work[0];
    if (!chunk || this.#loop.stopped) return;
    const event = this.#tumbling?.event(chunk.records) ?? { Records: chunk.records };
    const invocation = await this.#invoke(event);
    const outcome = readBatchOutcome(invocation, sequencesOf(chunk), mapping.reportsItemFailures);
    const verdict = judge(chunk, outcome, mapping);
    const isDone = verdict.resolved.length > 0 && verdict.discarded === undefined;
    if (isDone) this.#tumbling?.took(invocation);
    await this.#apply(verdict);
  }

  async #invoke(event: object): Promise<Invocation> {
    const invocation = await this.#parts.deliver(event);
    return this.#tumbling?.read(invocation) ?? invocation;
  }

  async #apply(verdict: Verdict): Promise<void> {
    const { clock, discard } = this.#parts;
    if (verdict.discarded) await discard(this.#owner.shard, verdict.discarded);
    this.#work = [...verdict.again, ...this.#work.slice(1)];
    if (verdict.resolved.length > 0) await this.#owner.resolved(verdict.resolved);
    if (verdict.waitMs > 0) await this.#loop.restUntil(clock.now() + verdict.waitMs);
  }

  /** Fills the next batch; false when there is none yet. */
  async #collect(): Promise<boolean> {
    const [next] = this.#waiting;
    if (this.#tumbling?.isOver(this.#parts.clock.now(), next)) {
      await this.#endWindow(this.#tumbling);
      return false;
    }
    if (next === undefined) {
      await this.#loop.restForWork(this.#tumbling?.endsAt);
      return false;
    }
    return this.#fill(next);
  }

  /** False when the batch may still grow and the loop has rested for more. */
  async #fill(next: ChangeRecord): Promise<boolean> {
    const { clock, mapping } = this.#parts;
    this.#windowEnds ??= clock.now() + mapping.windowSeconds * 1000;
    const closes = Math.min(this.#windowEnds, this.#tumbling?.endOf(next) ?? Infinity);
    const together = this.#tumbling?.together(this.#waiting) ?? this.#waiting.length;
    const count = fitting(this.#waiting.slice(0, together), mapping.batchSize);
    const full = count >= mapping.batchSize || count < this.#waiting.length;
    if (!full && clock.now() < closes) {
      await this.#loop.restForWork(closes);
      return false;
    }
    this.#windowEnds = undefined;
    this.#work = [{ records: this.#waiting.splice(0, count), retries: 0, invocations: 0 }];
    return true;
  }

  /** The last invocation for a window is repeated until it succeeds; nothing passes it. */
  async #endWindow(tumbling: Tumbling): Promise<void> {
    const { clock, faults, mapping } = this.#parts;
    await holdBack(this.#loop, clock.now(), faults);
    if (this.#loop.stopped) return;
    const invocation = await this.#invoke(tumbling.ending());
    const outcome = readBatchOutcome(invocation, new Set(), mapping.reportsItemFailures);
    if (outcome.kind === 'allFailed') {
      this.#endingsFailed += 1;
      return this.#loop.restUntil(clock.now() + backOffMs(this.#endingsFailed - 1));
    }
    this.#endingsFailed = 0;
    tumbling.end();
    await this.#owner.windowEnded();
  }
}
