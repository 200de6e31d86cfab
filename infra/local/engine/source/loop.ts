import type { EpochMs, LocalClock } from '../clock.ts';
import type { Report } from './event-source.ts';

export interface LoopSurroundings {
  readonly clock: LocalClock;
  readonly report: Report;
  /** Called whenever the loop becomes idle or ends. */
  readonly rested: () => void;
}

/** One step of a loop: does the available work, or waits until there may be some. */
export type Step = (loop: Loop) => Promise<void>;

/**
 * Waits after an error of the engine itself (not of a function), so that a broken one does not
 * cause a busy loop.
 */
const PAUSE_AFTER_ERROR_MS = 1_000;

/**
 * A worker that repeats its step until it is stopped. It is either busy or idle, and changes from
 * idle to busy in the same call that wakes it, so "everything is idle" is true at the moment it is
 * checked.
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

  /** There may be work: ends `restForWork` now, or the next one immediately if the loop is busy. */
  wake(): void {
    if (this.#rest?.wakeable) this.#rest.resume();
    else this.#woken = true;
  }

  /** Waits until woken, at most until `until`. */
  restForWork(until?: EpochMs): Promise<void> {
    if (!this.#woken) return this.#sleep(true, until);
    this.#woken = false;
    return Promise.resolve();
  }

  /** Waits until that engine time, regardless of wake-ups; only `stop` ends it early. */
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
