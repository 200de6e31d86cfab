/** Epoch milliseconds: the only representation of time in the local runtime. */
export type EpochMs = number;

/** Formats a time in UTC without milliseconds, as most documents of the services do. */
export const formatSeconds = (at: EpochMs): string =>
  new Date(at).toISOString().replace(/\.\d+Z$/u, 'Z');

/** Cancels a wake-up; does nothing when it has already happened. */
export type Cancel = () => void;

/**
 * The engine's time. No other file of the engine calls `Date.now()` or sets its own timer, so a
 * year can be simulated and a deadline tested to the millisecond.
 */
export interface LocalClock {
  now(): EpochMs;
  /** Calls `wake` once, when `now()` has reached `at`, also when a jump passes over it. */
  wakeAt(at: EpochMs, wake: () => void): Cancel;
}

/** A clock that runs with real time plus an offset, or stands still, and can be moved forward. */
export interface SteerableClock extends LocalClock {
  /** Whether time passes by itself, or only when the clock is moved. */
  readonly running: boolean;
  /**
   * Moves the clock to `at`. Moving backwards is refused: changes in a stream and expired
   * visibility timeouts cannot be undone.
   */
  set(at: EpochMs): void;
  advance(ms: number): void;
  /** Calls `listener` after every jump, never when time passes normally. */
  onJump(listener: (now: EpochMs) => void): Cancel;
  stop(): void;
}

interface Timer {
  readonly at: EpochMs;
  readonly wake: () => void;
}

/** The longest timer that Node accepts. A later wake-up is scheduled again when it comes closer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

class TimerClock implements SteerableClock {
  readonly #timers = new Set<Timer>();
  readonly #listeners = new Set<(now: EpochMs) => void>();
  readonly running: boolean;
  #offset: number;
  #frozenAt: EpochMs;
  #timer: NodeJS.Timeout | undefined;

  constructor(start: EpochMs, real: boolean) {
    this.running = real;
    this.#offset = start - Date.now();
    this.#frozenAt = start;
  }

  now(): EpochMs {
    return this.running ? Date.now() + this.#offset : this.#frozenAt;
  }

  wakeAt(at: EpochMs, wake: () => void): Cancel {
    const timer = { at, wake };
    this.#timers.add(timer);
    this.#arm();
    return () => {
      this.#timers.delete(timer);
      this.#arm();
    };
  }

  set(at: EpochMs): void {
    const now = this.now();
    if (at < now) throw new RangeError('the clock only moves forward');
    this.#offset += at - now;
    this.#frozenAt = at;
    this.#arm();
    for (const listener of this.#listeners) listener(at);
  }

  advance(ms: number): void {
    this.set(this.now() + ms);
  }

  onJump(listener: (now: EpochMs) => void): Cancel {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    this.#timers.clear();
    clearTimeout(this.#timer);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#timers.size === 0) return;
    const next = Math.min(...[...this.#timers].map((timer) => timer.at));
    const wait = Math.max(0, next - this.now());
    if (!this.running && wait > 0) return;
    this.#timer = setTimeout(() => this.#fire(), Math.min(wait, LONGEST_TIMER_MS));
  }

  #fire(): void {
    const due = [...this.#timers].filter((timer) => timer.at <= this.now());
    for (const timer of due) this.#timers.delete(timer);
    for (const timer of due) timer.wake();
    this.#arm();
  }
}

/** Returns a clock of real time, shifted so that it starts at `start` (default: now). */
export const runningClock = (start: EpochMs = Date.now()): SteerableClock =>
  new TimerClock(start, true);

/** Returns a clock that stands still until it is moved; used by tests and simulations. */
export const frozenClock = (start: EpochMs): SteerableClock => new TimerClock(start, false);
