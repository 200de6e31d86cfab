import type { Stop } from './ports.ts';

/** A value that others watch: the same object until it says something else. */
export interface Published<T> {
  readonly value: () => T;
  readonly publish: (value: T) => void;
  readonly subscribe: (listener: () => void) => Stop;
}

/** Everything that is published can be written as JSON. */
export const published = <T>(first: T): Published<T> => {
  const listeners = new Set<() => void>();
  let value = first;
  let text = JSON.stringify(first);
  return {
    value: () => value,
    publish: (next) => {
      const now = JSON.stringify(next);
      if (now === text) return;
      value = next;
      text = now;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
