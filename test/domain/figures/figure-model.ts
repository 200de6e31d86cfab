/**
 * A model of the projection of figures: workers read and write counters one step at a time,
 * interleaved in any order; they crash between two writes and restart at an earlier position.
 */
import { newCounter, applyTouches, touchedByAll } from '../../../shared/domain/figures/counter.ts';
import type { Addition, Counter, Touched } from '../../../shared/domain/figures/counter.ts';

export interface Shard {
  readonly name: string;
  /** Read to its end before this one starts: the parent shard was split. */
  readonly parent?: string | undefined;
  readonly changes: readonly Addition[];
}

interface Held {
  readonly counter: Counter;
  readonly version: number;
}

/** Counters with optimistic locking. */
export class Counters {
  readonly #held = new Map<string, Held>();

  read(name: string): Held {
    return this.#held.get(name) ?? { counter: newCounter, version: 0 };
  }

  write(name: string, counter: Counter, after: number): boolean {
    if (this.read(name).version !== after) return false;
    this.#held.set(name, { counter, version: after + 1 });
    return true;
  }

  entries(): readonly (readonly [string, Counter['counts']])[] {
    return [...this.#held].map(([name, { counter }]) => [name, counter.counts]);
  }
}

export const nameOf = ({ scope, period }: Touched): string => `${scope.kind}#${scope.id}#${period}`;

interface Work {
  readonly end: number;
  readonly left: Touched[];
  read?: Held | undefined;
}

/** A reader of one shard; `place` is its saved position, all other state is in memory. */
export class Worker {
  readonly shard: Shard;
  readonly #counters: Counters;
  place = 0;
  #work: Work | undefined;

  constructor(shard: Shard, counters: Counters) {
    this.shard = shard;
    this.#counters = counters;
  }

  get isDone(): boolean {
    return this.#work === undefined && this.place >= this.shard.changes.length;
  }

  /** Takes a batch, reads a counter or writes one, whichever is next. */
  step(batchSize: number): void {
    if (this.isDone) return;
    this.#work ??= this.#begin(batchSize);
    const [touched] = this.#work.left;
    if (touched === undefined) {
      this.place = this.#work.end;
      this.#work = undefined;
    } else if (this.#work.read === undefined) {
      this.#work.read = this.#counters.read(nameOf(touched));
    } else if (this.write(touched, this.#work.read)) {
      this.#work.left.shift();
      this.#work.read = undefined;
    } else {
      this.#work.read = undefined;
    }
  }

  /**
   * Loses all state and restarts at or before its saved position; returns a write that is still
   * pending.
   */
  crash(back: number): (() => void) | undefined {
    const [touched] = this.#work?.left ?? [];
    const read = this.#work?.read;
    this.#work = undefined;
    this.place = Math.max(0, this.place - back);
    if (touched === undefined || read === undefined) return undefined;
    return () => void this.write(touched, read);
  }

  write(touched: Touched, read: Held): boolean {
    const next = applyTouches(read.counter, this.shard.name, touched.touches);
    return next === undefined || this.#counters.write(nameOf(touched), next, read.version);
  }

  #begin(batchSize: number): Work {
    const end = Math.min(this.place + batchSize, this.shard.changes.length);
    return { end, left: [...touchedByAll(this.shard.changes.slice(this.place, end))] };
  }
}
