import type { Cancel, EpochMs, LocalClock } from '../../clock.ts';

/** One waiting receive or listener of a queue. */
export interface Turn {
  /**
   * Settles when something may be receivable, when the wait time is over, or when the engine stops.
   */
  readonly over: Promise<void>;
  leave(): void;
}

interface Alarm {
  readonly at: EpochMs;
  readonly cancel: Cancel;
}

/**
 * The waiting receives, and the times at which hidden messages become visible. It holds no
 * messages: a wake-up only means that a look is worthwhile, and a spurious one does no harm.
 */
export class Arrivals {
  readonly #clock: LocalClock;
  readonly #due: (queue: string) => void;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #alarms = new Map<string, Alarm>();
  readonly #turns = new Set<() => void>();
  stopped = false;

  /** `due` is called with the name of a queue in which a hidden message has become visible. */
  constructor(clock: LocalClock, due: (queue: string) => void) {
    this.#clock = clock;
    this.#due = due;
  }

  listen(queue: string, listener: () => void): Cancel {
    const listeners = this.#listeners.get(queue) ?? new Set();
    this.#listeners.set(queue, listeners);
    // One entry per call, so that the same function can be registered twice.
    const callListener = () => listener();
    listeners.add(callListener);
    return () => listeners.delete(callListener);
  }

  ring(queue: string): void {
    if (this.stopped) return;
    for (const listener of this.#listeners.get(queue) ?? []) listener();
  }

  /** Schedules a wake-up no later than `at`. */
  expect(queue: string, at: EpochMs): void {
    const alarm = this.#alarms.get(queue);
    if (this.stopped || (alarm && alarm.at <= at)) return;
    alarm?.cancel();
    const cancel = this.#clock.wakeAt(at, () => {
      this.#alarms.delete(queue);
      this.#due(queue);
    });
    this.#alarms.set(queue, { at, cancel });
  }

  wait(queue: string, until: EpochMs): Turn {
    const { promise, resolve } = Promise.withResolvers<void>();
    const unlisten = this.listen(queue, resolve);
    const unwake = this.#clock.wakeAt(until, resolve);
    this.#turns.add(resolve);
    const leave = () => {
      unlisten();
      unwake();
      this.#turns.delete(resolve);
    };
    return { over: promise, leave };
  }

  stop(): void {
    this.stopped = true;
    for (const { cancel } of this.#alarms.values()) cancel();
    for (const resolve of this.#turns) resolve();
  }
}
