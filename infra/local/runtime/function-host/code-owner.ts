/**
 * Whose code is running in a thread that many instances share. A rejection that nobody handles and an
 * error that nobody catches end the process they happen in: on Lambda that is one instance's own. Here
 * they are handed to the instance they come from; what comes from none goes where it always goes.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface CodeOwner {
  /** An error of its code that nothing caught; `event` is how the process would tell of it. */
  crash(fault: unknown, event: StrayEvent): void;
}

export type StrayEvent = 'unhandledRejection' | 'uncaughtException';

const owners = new AsyncLocalStorage<CodeOwner | undefined>();

/** Runs `work` as code of `owner`, with all that it leaves behind: timers, promises, listeners. */
export const asCodeOf = <T>(owner: CodeOwner, work: () => T): T => owners.run(owner, work);

/** Runs `work` as code of the runtime itself, also where a function asked for it. */
export const asOwnCode = <T>(work: () => T): T => owners.run(undefined, work);

const STRAY: ReadonlySet<unknown> = new Set([
  'unhandledRejection',
  'uncaughtException',
  'uncaughtExceptionMonitor',
]);

type Emit = (...call: readonly unknown[]) => boolean;

let isWatching = false;

/**
 * To be called before the first `asCodeOf`. In place of the process's `emit` and not as one more listener:
 * others listen as well, and would take the error of a function for one of their own. For good, because an
 * instance that has ended may still have timers.
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
