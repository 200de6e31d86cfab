import type { Cancel, EpochMs, LocalClock } from '../../clock.ts';

/** A place in the waiting room of one queue. */
export interface Turn {
  /** Settles when something may be receivable, when the time is over, or when the engine stops. */
  readonly over: Promise<void>;
  leave(): void;
}

interface Alarm {
  readonly at: EpochMs;
  readonly cancel: Cancel;
}

/**
 * Who waits for messages, and when hidden ones show up. It knows no messages: a wake-up only says
 * that it is worth looking, and nothing is lost when one is spurious.
 */
export class Arrivals {
  readonly #clock: LocalClock;
  readonly #due: (queue: string) => void;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #alarms = new Map<string, Alarm>();
  readonly #turns = new Set<() => void>();
  stopped = false;

  /** `due` is told the name of a queue in which a hidden message has become visible. */
  constructor(clock: LocalClock, due: (queue: string) => void) {
    this.#clock = clock;
    this.#due = due;
  }

  listen(queue: string, listener: () => void): Cancel {
    const listeners = this.#listeners.get(queue) ?? new Set();
    this.#listeners.set(queue, listeners);
    // One entry per call, so that the same function may listen twice.
    const callListener = () => listener();
    listeners.add(callListener);
    return () => listeners.delete(callListener);
  }

  ring(queue: string): void {
    if (this.stopped) return;
    for (const listener of this.#listeners.get(queue) ?? []) listener();
  }

  /** Makes sure of a wake-up no later than `at`. */
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
