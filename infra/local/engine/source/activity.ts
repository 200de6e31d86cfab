import type { LocalClock } from '../clock.ts';
import type { EventSource, Report, SourceStatus, Tally } from './event-source.ts';
import { Loop } from './loop.ts';
import type { Step } from './loop.ts';

/** Resolves after every wake-up that is due at the current engine time. */
const dueWakeUps = (clock: LocalClock): Promise<void> =>
  new Promise((resolve) => {
    clock.wakeAt(clock.now(), resolve);
  });

export interface SourceIdentity {
  readonly id: string;
  readonly kind: SourceStatus['kind'];
  readonly enabled: boolean;
  readonly tally: Tally;
}

/** The loops and single tasks of one source. Reports when all of them are idle. */
export class Activity {
  readonly #clock: LocalClock;
  readonly #report: Report;
  readonly #loops = new Set<Loop>();
  readonly #tasks = new Set<Promise<void>>();
  readonly #cancels: (() => void)[] = [];
  #waiting: (() => void)[] = [];
  #stopped = false;

  constructor(clock: LocalClock, report: Report) {
    this.#clock = clock;
    this.#report = report;
  }

  loop(step: Step): Loop {
    const notifyRested = () => this.#tellQuiet();
    const loop = new Loop({ clock: this.#clock, report: this.#report, rested: notifyRested }, step);
    this.#loops.add(loop);
    // A task that ends while the source stops may create a loop: the loop ends before its first
    // step.
    if (this.#stopped) this.end(loop);
    return loop;
  }

  /** Stops a loop that has nothing left to do and forgets it. */
  end(loop: Loop): void {
    const forgetLoop = () => void this.#loops.delete(loop);
    this.task(loop.stop().then(forgetLoop));
  }

  /** Counts `work` as busy until it settles; its error is reported. */
  task(work: Promise<void>): void {
    const settled = work.catch(this.#report).finally(() => {
      this.#tasks.delete(settled);
      this.#tellQuiet();
    });
    this.#tasks.add(settled);
  }

  /** Runs `cancel` when the source stops. */
  onStop(cancel: () => void): void {
    this.#cancels.push(cancel);
  }

  async idle(): Promise<void> {
    if (this.#stopped) return;
    await dueWakeUps(this.#clock);
    for (const loop of this.#loops) loop.wake();
    while (!this.#quiet()) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const cancel of this.#cancels.splice(0)) cancel();
    await Promise.all([...this.#loops].map((loop) => loop.stop()));
    while (this.#tasks.size > 0) await Promise.all(this.#tasks);
  }

  source({ id, kind, enabled, tally }: SourceIdentity): EventSource {
    const readState = () => (this.#stopped ? ('stopped' as const) : ('running' as const));
    return {
      stop: () => this.stop(),
      idle: () => this.idle(),
      status: () => ({ id, kind, state: enabled ? readState() : 'disabled', ...tally }),
    };
  }

  #quiet(): boolean {
    return this.#tasks.size === 0 && [...this.#loops].every((loop) => loop.resting);
  }

  #tellQuiet(): void {
    if (!this.#quiet()) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
