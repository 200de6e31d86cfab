/** The pad's IndexedDB: opening it, and transactions that are over when their promise is. */
import type { PadDeps, Timers } from '../ports.ts';

type StoreName = 'ratings' | 'settings';

/** A write that did not reach the disk, by the name that the browser gives it. */
export class StorageFault extends Error {
  constructor(cause: string) {
    super(cause);
    this.name = 'StorageFault';
  }
}

const faultOf = (error: { readonly name: string } | null, otherwise: string): StorageFault =>
  new StorageFault(error?.name ?? otherwise);

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(faultOf(request.error, 'RequestFailed')));
  });

const completionOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(faultOf(transaction.error, 'TransactionAborted')),
    );
  });

const createStores = (database: IDBDatabase): void => {
  database.createObjectStore('ratings', { keyPath: 'sequence' });
  database.createObjectStore('settings');
};

const open = (databases: PadDeps['databases']): Promise<IDBDatabase> => {
  const request = databases.open('pad', 1);
  request.addEventListener('upgradeneeded', () => createStores(request.result));
  return resultOf(request);
};

/** A disk that does not answer is as broken as one that refuses. */
const longestMs = 10_000;

const within = <T>(timers: Timers, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = timers.after(longestMs, () => reject(new StorageFault('TimedOut')));
    const settle = (done: () => void) => () => {
      stop();
      done();
    };
    work.then(
      (result) => settle(() => resolve(result))(),
      (fault: Error) => settle(() => reject(fault))(),
    );
  });

type WriteBody = (of: (store: StoreName) => IDBObjectStore) => void;

export interface Database {
  readonly read: <T>(store: StoreName, ask: (store: IDBObjectStore) => IDBRequest<T>) => Promise<T>;
  /**
   * Runs `body` in one transaction over all stores. Resolves only once the browser says that all of
   * it is on the disk; rejects with a `StorageFault` when nothing of it is.
   */
  readonly write: (body: WriteBody) => Promise<void>;
}

interface Connection {
  readonly get: () => Promise<IDBDatabase>;
  readonly forget: () => void;
}

/** The browser closes a connection when it clears data, or when its files are damaged. */
const connect = (databases: PadDeps['databases']): Connection => {
  let connection: Promise<IDBDatabase> | undefined;
  const forget = (): void => {
    connection = undefined;
  };
  const create = async (): Promise<IDBDatabase> => {
    try {
      const database = await open(databases);
      database.addEventListener('close', forget);
      database.addEventListener('versionchange', () => {
        forget();
        database.close();
      });
      return database;
    } catch (fault) {
      forget();
      throw fault;
    }
  };
  return { get: () => (connection ??= create()), forget };
};

/** `strict`: the browser flushes to the disk before it says `complete`. */
const OPTIONS = { durability: 'strict' } as const;

const begin = async (
  connection: Connection,
  stores: readonly StoreName[],
  mode: 'readonly' | 'readwrite',
): Promise<IDBTransaction> => {
  const beginOn = (database: IDBDatabase) => database.transaction([...stores], mode, OPTIONS);
  const database = await connection.get();
  try {
    return beginOn(database);
  } catch {
    // It was closed, and nothing was done on it: once more on a new connection.
    connection.forget();
    return beginOn(await connection.get());
  }
};

/** Half of it would be written otherwise. */
const undo = async (transaction: IDBTransaction, completion: Promise<void>): Promise<void> => {
  try {
    transaction.abort();
  } catch {
    // The browser has ended it already.
  }
  await completion.catch(() => undefined);
};

const runWrite = async (connection: Connection, body: WriteBody): Promise<void> => {
  const transaction = await begin(connection, ['ratings', 'settings'], 'readwrite');
  const completion = completionOf(transaction);
  try {
    body((store) => transaction.objectStore(store));
  } catch (fault) {
    await undo(transaction, completion);
    throw fault;
  }
  await completion;
};

export const openDatabase = (deps: Pick<PadDeps, 'after' | 'databases'>): Database => {
  const connection = connect(deps.databases);
  return {
    read: (store, ask) => {
      const run = async () => {
        const transaction = await begin(connection, [store], 'readonly');
        return resultOf(ask(transaction.objectStore(store)));
      };
      return within(deps, run());
    },
    write: (body) => within(deps, runWrite(connection, body)),
  };
};
