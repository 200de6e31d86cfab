/**
 * Tracks which instance's code is running in a thread that many instances share. An unhandled
 * rejection or uncaught error ends its process, which on Lambda belongs to one instance. Here the
 * error is passed to the instance it comes from; an error that comes from no instance is handled by
 * Node as usual.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface CodeOwner {
  /**
   * Called with an uncaught error of its code; `event` is the process event that Node would emit.
   */
  crash(fault: unknown, event: StrayEvent): void;
}

export type StrayEvent = 'unhandledRejection' | 'uncaughtException';

const owners = new AsyncLocalStorage<CodeOwner | undefined>();

/** Runs `work` as code of `owner`, including everything it starts: timers, promises, listeners. */
export const asCodeOf = <T>(owner: CodeOwner, work: () => T): T => owners.run(owner, work);

/** Runs `work` as code of the runtime itself, even when a function triggered it. */
export const asOwnCode = <T>(work: () => T): T => owners.run(undefined, work);

const STRAY: ReadonlySet<unknown> = new Set([
  'unhandledRejection',
  'uncaughtException',
  'uncaughtExceptionMonitor',
]);

type Emit = (...call: readonly unknown[]) => boolean;

let isWatching = false;

/**
 * Must be called before the first `asCodeOf`. Replaces the process's `emit` instead of adding a
 * listener, because other listeners would take the error of a function for one of their own. It is
 * permanent, because an ended instance may still have timers.
 */
export const watchStrayFaults = (): void => {
  if (isWatching) return;
  isWatching = true;
  const { emit } = process as { readonly emit: Emit };
  const handing: Emit = (...call) => {
    const [event, fault] = call;
    const owner = STRAY.has(event) ? owners.getStore() : undefined;
    if (owner === undefined) return Reflect.apply(emit, process, call);
    if (event !== 'uncaughtExceptionMonitor') owner.crash(fault, event as StrayEvent);
    return true;
  };
  Object.defineProperty(process, 'emit', { value: handing, configurable: true, writable: true });
};
