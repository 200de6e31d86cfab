import type { EpochMs } from '../../../clock.ts';
import type { ChangeRecord } from '../../model.ts';
import { holdBack } from '../delivery.ts';
import { readBatchOutcome } from '../item-failures.ts';
import type { Loop } from '../loop.ts';
import type { StreamParts } from './stream-parts.ts';
import { judge } from './verdict.ts';
import type { Chunk, Verdict } from './verdict.ts';

/** Lambda's limit on one synchronous invocation, counted here by the stored size of the changes. */
const PAYLOAD_BYTES = 6 * 1024 * 1024;

export interface LaneOwner {
  readonly shard: string;
  /** Keeps the position; resolves when it is on disk. */
  readonly resolved: (records: readonly ChangeRecord[]) => Promise<void>;
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
  #work: readonly Chunk[] = [];
  #windowEnds: EpochMs | undefined;

  constructor(parts: StreamParts, owner: LaneOwner) {
    this.#parts = parts;
    this.#owner = owner;
    this.#loop = parts.activity.loop(() => this.#step());
  }

  push(record: ChangeRecord): void {
    this.#waiting.push(record);
    this.#loop.wake();
  }

  async #step(): Promise<void> {
    if (this.#work.length === 0 && !(await this.#collect())) return;
    const { clock, deliver, faults, mapping } = this.#parts;
    await holdBack(this.#loop, clock.now(), faults);
    const chunk = this.#work[0];
    if (!chunk || this.#loop.stopped) return;
    const invocation = await deliver({ Records: chunk.records });
    const known = sequencesOf(chunk);
    const outcome = readBatchOutcome(invocation, known, mapping.reportsItemFailures);
    await this.#apply(judge(chunk, outcome, mapping));
  }

  async #apply(verdict: Verdict): Promise<void> {
    const { clock, discard } = this.#parts;
    if (verdict.discarded) await discard(this.#owner.shard, verdict.discarded);
    this.#work = [...verdict.again, ...this.#work.slice(1)];
    if (verdict.resolved.length > 0) await this.#owner.resolved(verdict.resolved);
    if (verdict.waitMs > 0) await this.#loop.restUntil(clock.now() + verdict.waitMs);
  }

  /** Fills the next batch; false when there is none yet and the loop has rested for more. */
  async #collect(): Promise<boolean> {
    const { clock, mapping } = this.#parts;
    if (this.#waiting.length === 0) {
      await this.#loop.restForWork();
      return false;
    }
    this.#windowEnds ??= clock.now() + mapping.windowSeconds * 1000;
    const count = fitting(this.#waiting, mapping.batchSize);
    const full = count >= mapping.batchSize || count < this.#waiting.length;
    if (!full && clock.now() < this.#windowEnds) {
      await this.#loop.restForWork(this.#windowEnds);
      return false;
    }
    this.#windowEnds = undefined;
    this.#work = [{ records: this.#waiting.splice(0, count), retries: 0, invocations: 0 }];
    return true;
  }
}
