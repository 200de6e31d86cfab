/** A browser with a clock that only tests move. Its database and its cryptography are real. */
import { webcrypto } from 'node:crypto';
import { inspect } from 'node:util';

import { IDBFactory } from 'fake-indexeddb';

import type { PadDeps } from '../../../web/pad/ports.ts';

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** Work that another thread does, so that no number of turns tells when it is over. */
const countedSubtle = () => {
  let pending = 0;
  const subtle = new Proxy(webcrypto.subtle, {
    get: (target, name: keyof SubtleCrypto) => {
      const method = target[name] as (...given: unknown[]) => Promise<unknown>;
      return async (...given: unknown[]) => {
        pending += 1;
        try {
          return await method.apply(target, given);
        } finally {
          pending -= 1;
        }
      };
    },
  });
  return { subtle: subtle as unknown as SubtleCrypto, pending: () => pending };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Longer than it takes to begin something, or to open the database. */
const idleTurns = 6;

/** A database whose writes a test can let fail, as those on a full disk do: whole. */
const breakableDatabases = () => {
  const factory = new IDBFactory();
  let isBroken = false;
  let pending = 0;
  const end = (): void => {
    pending -= 1;
  };
  const open: IDBFactory['open'] = (...given) => {
    const request = factory.open(...given);
    request.addEventListener('success', () => {
      const { result } = request;
      const begin = result.transaction.bind(result);
      result.transaction = (...asked) => {
        const transaction = begin(...asked);
        pending += 1;
        transaction.addEventListener('complete', end);
        transaction.addEventListener('abort', end);
        if (isBroken && asked[1] === 'readwrite') queueMicrotask(() => transaction.abort());
        return transaction;
      };
    });
    return request;
  };
  const breakStorage = (broken: boolean): void => {
    isBroken = broken;
  };
  return { databases: { open }, factory, breakStorage, pending: () => pending };
};

/** All that a thief of the device can read, as a text. */
const contentOf = async (factory: IDBFactory): Promise<string> => {
  const opened = factory.open('pad');
  await new Promise((resolve) => opened.addEventListener('success', resolve));
  const { result } = opened;
  const texts = await Promise.all(
    [...result.objectStoreNames].map(async (name) => {
      const all = result.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => all.addEventListener('success', resolve));
      return inspect(all.result, { depth: 9, maxArrayLength: null, maxStringLength: null });
    }),
  );
  result.close();
  return texts.join('\n');
};

export const fakeBrowser = () => {
  const { databases, factory, breakStorage, pending: transactions } = breakableDatabases();
  const timers = new Set<Timer>();
  const { subtle, pending } = countedSubtle();
  const online = new Set<() => void>();
  let time = 0;
  let epoch = Date.parse('2026-11-20T01:00:00.000Z');

  const after: PadDeps['after'] = (ms, run) => {
    const timer = { due: time + ms, run };
    timers.add(timer);
    return () => timers.delete(timer);
  };

  /** Until nothing goes on but timers. */
  const settle = async (): Promise<void> => {
    for (let idle = 0; idle < idleTurns; idle += 1) {
      await turn();
      if (pending() + transactions() > 0) idle = 0;
    }
  };

  const advance = async (ms: number): Promise<void> => {
    const until = time + ms;
    for (;;) {
      await settle();
      const [next] = [...timers].toSorted((one, other) => one.due - other.due);
      if (next === undefined || next.due > until) break;
      timers.delete(next);
      time = Math.max(time, next.due);
      next.run();
    }
    time = until;
    await settle();
  };

  return {
    advance,
    settle,
    breakStorage,
    content: () => contentOf(factory),
    timers: () => timers.size,
    /** Sets the clock of the device; timers do not follow it. */
    setClock: (now: number) => {
      epoch = now - time;
    },
    now: () => epoch + time,
    elapsed: () => time,
    goOnline: () => {
      for (const listener of online) listener();
    },
    /** What a page is given; a test replaces what it is about. */
    deps: (fetch: PadDeps['fetch'], more: Partial<PadDeps> = {}): PadDeps => ({
      now: () => epoch + time,
      elapsed: () => time,
      after,
      fetch,
      crypto: {
        subtle,
        getRandomValues: (array) => webcrypto.getRandomValues(array as never),
      },
      databases,
      surroundings: {
        isSecure: true,
        isFullscreen: () => true,
        hasWorker: async () => true,
        persist: async () => true,
        becomeOnly: async () => undefined,
        onOnline: (listener) => {
          online.add(listener);
          return () => online.delete(listener);
        },
      },
      version: '1.0.0',
      ...more,
    }),
  };
};
