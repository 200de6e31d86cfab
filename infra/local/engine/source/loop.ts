import type { EpochMs, LocalClock } from '../clock.ts';
import type { Report } from './event-source.ts';

export interface LoopSurroundings {
  readonly clock: LocalClock;
  readonly report: Report;
  /** Told whenever the loop comes to rest or ends. */
  readonly rested: () => void;
}

/** One step of a loop: does what there is to do, or rests until there may be something. */
export type Step = (loop: Loop) => Promise<void>;

/** After an error of the engine itself (not of a function), so that a broken one cannot spin. */
const PAUSE_AFTER_ERROR_MS = 1_000;

/**
 * A worker that repeats its step until it is stopped. It is either at work or at rest, and changes
 * from rest to work in the very call that wakes it, so "everything rests" is a statement about now.
 */
export class Loop {
  readonly ended: Promise<void>;
  readonly #around: LoopSurroundings;
  #woken = false;
  #stopped = false;
  #over = false;
  #rest: { readonly wakeable: boolean; readonly resume: () => void } | undefined;

  constructor(around: LoopSurroundings, step: Step) {
    this.#around = around;
    this.ended = this.#run(step);
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  get resting(): boolean {
    return this.#over || this.#rest !== undefined;
  }

  /** There may be work: ends `restForWork` now, or the next one at once if the loop is busy. */
  wake(): void {
    if (this.#rest?.wakeable) this.#rest.resume();
    else this.#woken = true;
  }

  /** Rests until woken, at the latest until `until`. */
  restForWork(until?: EpochMs): Promise<void> {
    if (!this.#woken) return this.#sleep(true, until);
    this.#woken = false;
    return Promise.resolve();
  }

  /** Rests until that engine time, whatever happens meanwhile; only `stop` ends it early. */
  restUntil(at: EpochMs): Promise<void> {
    return this.#sleep(false, at);
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#rest?.resume();
    return this.ended;
  }

  #sleep(wakeable: boolean, until?: EpochMs): Promise<void> {
    const { clock, rested } = this.#around;
    if (this.#stopped || (until !== undefined && until <= clock.now())) return Promise.resolve();
    return new Promise((resolve) => {
      const resume = () => {
        cancel?.();
        this.#rest = undefined;
        resolve();
      };
      const cancel = until === undefined ? undefined : clock.wakeAt(until, resume);
      this.#rest = { wakeable, resume };
      rested();
    });
  }

  async #run(step: Step): Promise<void> {
    await Promise.resolve();
    while (!this.#stopped) {
      try {
        await step(this);
      } catch (error) {
        this.#around.report(error);
        await this.restUntil(this.#around.clock.now() + PAUSE_AFTER_ERROR_MS);
      }
    }
    this.#over = true;
    this.#around.rested();
  }
}
