import type { EpochMs } from '../../clock.ts';
import type { ChangeRecord, Invocation } from '../../model.ts';
import { holdBack } from '../delivery.ts';
import { readBatchOutcome } from '../item-failures.ts';
import type { Loop } from '../loop.ts';
import { countFitting } from './fitting.ts';
import { expiredUntil, splitByAge } from './record-age.ts';
import type { StreamParts } from './stream-parts.ts';
import { Tumbling } from './tumbling.ts';
import { backOffMs, judgeOutcome, LEAST_TRIES } from './verdict.ts';
import type { Chunk, Verdict } from './verdict.ts';

export interface LaneOwner {
  readonly shard: string;
  /** Stores the position; resolves when it is on disk. */
  readonly resolved: (records: readonly ChangeRecord[]) => Promise<void>;
  /** A tumbling window has ended, and the position may be stored. */
  readonly windowEnded: () => Promise<void>;
  /** Called after `drain` when nothing is left. */
  readonly drained: () => void;
}

const sequencesOf = (chunk: Chunk): ReadonlySet<string> =>
  new Set(chunk.records.map((record) => record.dynamodb.SequenceNumber));

/** Delivers changes strictly one batch after the other; no change overtakes a failed one. */
export class Lane {
  readonly #parts: StreamParts;
  readonly #owner: LaneOwner;
  readonly #loop: Loop;
  readonly #waiting: ChangeRecord[] = [];
  readonly #tumbling: Tumbling | undefined;
  #work: readonly Chunk[] = [];
  #windowEnds: EpochMs | undefined;
  #endingsFailed = 0;
  #expiredUntil: EpochMs = -Infinity;
  #isDraining = false;

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

  /** Whether a window is open. A restart must begin before it. */
  get inWindow(): boolean {
    return this.#tumbling?.endsAt !== undefined;
  }

  get isDrained(): boolean {
    return this.#work.length === 0 && this.#waiting.length === 0 && !this.inWindow;
  }

  /** The shard has ended: delivers the rest without waiting for more, and ends an open window. */
  drain(): void {
    if (this.#isDraining) return;
    this.#isDraining = true;
    this.#loop.wake();
  }

  end(): void {
    this.#parts.activity.end(this.#loop);
  }

  async #step(): Promise<void> {
    await this.#dropExpired();
    if (this.#work.length > 0 || (await this.#collect())) await this.#deliver();
    if (this.#isDraining && this.isDrained) this.#owner.drained();
  }

  async #deliver(): Promise<void> {
    const { clock, faults, mapping } = this.#parts;
    await holdBack(this.#loop, clock.now(), faults);
    const chunk = this.#work[0];
    if (!chunk || this.#loop.stopped) return;
    const event = this.#tumbling?.event(chunk.records) ?? { Records: chunk.records };
    const invocation = await this.#invoke(event);
    const outcome = readBatchOutcome(invocation, sequencesOf(chunk), mapping.reportsItemFailures);
    const policy = { ...mapping, expiredUntil: expiredUntil(mapping, clock.now()) };
    const verdict = judgeOutcome(chunk, outcome, policy);
    const isDone = verdict.resolved.length > 0 && verdict.discarded === undefined;
    if (isDone) this.#tumbling?.took(invocation);
    await this.#apply(verdict);
    const isAged = verdict.discarded?.condition === 'RecordAgeExceeded';
    if (isAged) this.#expiredUntil = policy.expiredUntil;
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
    if (this.#tumbling && this.#isWindowOver(this.#tumbling, next)) {
      await this.#endWindow(this.#tumbling);
      return false;
    }
    if (next === undefined) {
      if (this.#isDraining) this.#owner.drained();
      await this.#loop.restForWork(this.#tumbling?.endsAt);
      return false;
    }
    return this.#fill(next);
  }

  #isWindowOver(tumbling: Tumbling, next: ChangeRecord | undefined): boolean {
    if (tumbling.isOver(this.#parts.clock.now(), next)) return true;
    return this.#isDraining && next === undefined && this.inWindow;
  }

  /** Returns false when the batch may still grow and the loop has waited for more. */
  async #fill(next: ChangeRecord): Promise<boolean> {
    const { clock, mapping } = this.#parts;
    this.#windowEnds ??= clock.now() + mapping.windowSeconds * 1000;
    const closes = Math.min(this.#windowEnds, this.#tumbling?.endOf(next) ?? Infinity);
    const together = this.#tumbling?.together(this.#waiting) ?? this.#waiting.length;
    const count = countFitting(this.#waiting.slice(0, together), mapping.batchSize);
    const full = count >= mapping.batchSize || count < this.#waiting.length;
    if (!full && !this.#isDraining && clock.now() < closes) {
      await this.#loop.restForWork(closes);
      return false;
    }
    this.#windowEnds = undefined;
    this.#work = [{ records: this.#waiting.splice(0, count), retries: 0, invocations: 0 }];
    return true;
  }

  /** Retries the last invocation of a window until it succeeds; later changes wait. */
  async #endWindow(tumbling: Tumbling): Promise<void> {
    const { clock, faults, mapping } = this.#parts;
    await holdBack(this.#loop, clock.now(), faults);
    if (this.#loop.stopped) return;
    const invocation = await this.#invoke(tumbling.ending());
    const outcome = readBatchOutcome(invocation, new Set(), mapping.reportsItemFailures);
    if (outcome.kind === 'allFailed' && !this.#isGivenUp(tumbling, outcome.fault)) {
      this.#endingsFailed += 1;
      return this.#loop.restUntil(clock.now() + backOffMs(this.#endingsFailed - 1));
    }
    this.#endingsFailed = 0;
    tumbling.end();
    await this.#owner.windowEnded();
  }

  /** A window that fails to end for as long as changes are retained is given up, with its state. */
  #isGivenUp(tumbling: Tumbling, fault: string): boolean {
    const { clock, mapping, report } = this.#parts;
    const until = expiredUntil(mapping, clock.now());
    if (this.#endingsFailed + 1 < LEAST_TRIES || (tumbling.endsAt ?? Infinity) > until)
      return false;
    this.#expiredUntil = until;
    report(new Error(`${mapping.id} gave up a window of ${this.#owner.shard}: ${fault}`));
    return true;
  }

  /** Gives up the changes that became too old behind one that was given up for its age. */
  async #dropExpired(): Promise<void> {
    const until = this.#expiredUntil;
    if (until === -Infinity) return;
    const work = this.#work.map((chunk) => ({ chunk, ...splitByAge(chunk.records, until) }));
    const waiting = splitByAge(this.#waiting, until).old;
    const records = [...work.flatMap(({ old }) => old), ...waiting];
    if (records.length === 0) return;
    await this.#parts.discard(this.#owner.shard, {
      chunk: { records, retries: 0, invocations: 0 },
      condition: 'RecordAgeExceeded',
      fault: 'behind one that failed',
      unhandled: false,
    });
    const left = work.filter(({ young }) => young.length > 0);
    this.#work = left.map(({ chunk, young }) => ({ ...chunk, records: young }));
    this.#waiting.splice(0, waiting.length);
    await this.#owner.resolved(records);
  }
}
