/** 待传队列: what was pressed and the server has not settled. Nothing in it expires. */
import type { PadDeps } from '../ports.ts';
import type { Level } from '../words.ts';
import { StorageFault } from './database.ts';
import type { Database } from './database.ts';
import { seal, unseal } from './seal.ts';
import type { Sealed } from './seal.ts';
import { readSetting, writeSettings } from './settings.ts';

/** What a resident said, as it will be sent. */
export interface PressedRating {
  /** Absent when the pad was offline and did not know who was served. */
  readonly token?: string | undefined;
  readonly level: Level;
  readonly tags: readonly string[];
  readonly text?: string | undefined;
  readonly contactConsent: boolean;
  readonly ratedAt: string;
}

interface QueuedRating extends PressedRating {
  readonly sequence: number;
}

interface StoredRating extends Sealed {
  readonly sequence: number;
  /** When it was pressed; milliseconds since 1970. */
  readonly at: number;
}

/** Some of the queue, in its order. */
interface Portion {
  /** Those that can be read. */
  readonly ratings: readonly QueuedRating[];
  /** The last number that was looked at; null at the end of the queue. */
  readonly last: number | null;
}

export interface QueueState {
  readonly waiting: number;
  readonly oldestAt: number | null;
}

export interface RatingQueue {
  /**
   * Stores a rating under the next number and resolves with it once both are on the disk.
   *
   * @throws StorageFault when neither is
   */
  readonly press: (rating: PressedRating) => Promise<number>;
  readonly oldest: (after: number, most: number) => Promise<Portion>;
  readonly remove: (sequences: readonly number[]) => Promise<void>;
  readonly state: () => Promise<QueueState>;
  /** The next number is behind `highest`, and never goes back. */
  readonly continueBehind: (highest: number) => Promise<void>;
}

export interface QueueDeps {
  readonly database: Database;
  readonly key: CryptoKey;
  readonly crypto: PadDeps['crypto'];
}

/** Enrolment writes the first number: without one the database was emptied under the page. */
const nextOf = async (database: Database): Promise<number> => {
  const next = await readSetting(database, 'next');
  if (next === undefined) throw new StorageFault('CounterMissing');
  return next;
};

/**
 * The number was read before the rating was encrypted, which no transaction outlives. Another writer
 * would have moved it meanwhile; then neither is written.
 */
const store = (database: Database, rating: StoredRating): Promise<void> =>
  database.write((of) => {
    const next = of('settings').get('next');
    next.addEventListener('success', () => {
      if (next.result !== rating.sequence) return next.transaction?.abort();
      of('ratings').add(rating);
      of('settings').put(rating.sequence + 1, 'next');
    });
  });

const press = async (
  rating: PressedRating,
  { database, key, crypto }: QueueDeps,
): Promise<number> => {
  const sequence = await nextOf(database);
  const sealed = await seal(rating, { key, sequence, crypto });
  await store(database, { sequence, at: Date.parse(rating.ratedAt), ...sealed });
  return sequence;
};

/** Undefined where it cannot be read: it stays, and holds up no other. */
const readRating = async (
  { sequence, ...sealed }: StoredRating,
  { key, crypto }: QueueDeps,
): Promise<QueuedRating | undefined> => {
  try {
    const content = (await unseal(sealed, { key, sequence, crypto })) as PressedRating;
    return { ...content, sequence };
  } catch {
    return undefined;
  }
};

const sequencesIn = (database: Database): Promise<readonly number[]> =>
  database.read('ratings', (ratings) => ratings.getAllKeys() as IDBRequest<number[]>);

const storedIn = ({ database }: QueueDeps, sequence: number) =>
  database.read<StoredRating | undefined>('ratings', (ratings) => ratings.get(sequence));

const readNumber = async (sequence: number, deps: QueueDeps): Promise<QueuedRating | undefined> => {
  const stored = await storedIn(deps, sequence);
  return stored && readRating(stored, deps);
};

const readPortion = async (
  deps: QueueDeps,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<Portion> => {
  const behind = (await sequencesIn(deps.database)).filter((sequence) => sequence > after);
  const chosen = behind.slice(0, most);
  const ratings = await Promise.all(chosen.map((sequence) => readNumber(sequence, deps)));
  return {
    ratings: ratings.filter((rating): rating is QueuedRating => rating !== undefined),
    last: chosen[chosen.length - 1] ?? null,
  };
};

const stateOf = async (deps: QueueDeps): Promise<QueueState> => {
  const sequences = await sequencesIn(deps.database);
  const [first] = sequences;
  const oldest = first === undefined ? undefined : await storedIn(deps, first);
  return { waiting: sequences.length, oldestAt: oldest?.at ?? null };
};

export const ratingQueue = (deps: QueueDeps): RatingQueue => {
  const { database } = deps;
  let before: Promise<unknown> = Promise.resolve();
  return {
    press: (rating) => {
      // One after the other: each number is read behind the one before it.
      const pressed = before.then(() => press(rating, deps));
      before = pressed.catch(() => undefined);
      return pressed;
    },
    oldest: (after, most) => readPortion(deps, { after, most }),
    remove: (sequences) =>
      database.write((of) => {
        for (const sequence of sequences) of('ratings').delete(sequence);
      }),
    state: () => stateOf(deps),
    continueBehind: async (highest) => {
      const next = await nextOf(database);
      if (next <= highest) await writeSettings(database, { next: highest + 1 });
    },
  };
};
