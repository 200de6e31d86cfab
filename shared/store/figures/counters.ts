import { mapConcurrent } from '../../concurrency.ts';
import { newCounter, applyTouches, touchedByAll } from '../../domain/figures/counter.ts';
import type { Addition, Counter, Touched } from '../../domain/figures/counter.ts';
import type { Counts } from '../../domain/figures/slot.ts';
import { retry } from '../../retry.ts';
import { readMany } from '../batch-read.ts';
import { getItem, putNext } from '../items.ts';
import { fromItem } from '../table.ts';
import type { Attributes, Table } from '../table.ts';
import { figurePk, counterKey } from './keys.ts';
import { storedCounter } from './schema.ts';
import type { CounterItem } from './schema.ts';

interface Versioned {
  readonly counter: Counter;
  readonly version: number;
}

const none: Versioned = { counter: newCounter, version: 0 };

const toVersioned = ({ version, marks, ...counts }: CounterItem): Versioned => ({
  version,
  counter: { marks, counts },
});

export const countsOfItem = (item: Attributes): Counts =>
  toVersioned(fromItem(storedCounter, item)).counter.counts;

/**
 * `shardId-00000001414576573621-f55eea83` without the part that every shard has; marks are half of
 * an item.
 */
const shortName = (shard: string): string => shard.replace(/^shardId-0*/, '');

/** Writers of other shards, one per shard at a time, can conflict at most this often. */
const tries = 10;
/** Counters written at a time. */
const width = 16;

const waitMs = (attempt: number): number => 5 * 2 ** attempt * Math.random();

/**
 * Reads, adds, and writes against the version that was read; repeats while other writers are
 * faster.
 */
const write = async (
  table: Table,
  { touches, ...key }: Touched,
  { shard, before }: { readonly shard: string; readonly before: Versioned },
): Promise<void> => {
  const place = { key: counterKey(key), kind: storedCounter };
  const read = async (): Promise<Versioned> => {
    const item = await getItem(table, storedCounter, place.key);
    return item === undefined ? none : toVersioned(item);
  };
  const addTo = async ({ counter, version }: Versioned): Promise<'added' | undefined> => {
    const next = applyTouches(counter, shard, touches);
    if (next === undefined) return 'added';
    const { counts, marks } = next;
    const body = { ...counts, marks, version: version + 1 };
    return (await putNext(table, place, body)) === 'saved' ? 'added' : undefined;
  };
  const exhausted = () => new Error(`${figurePk(key.scope)} has too many concurrent writers`);
  const how = { tries, waitMs, exhausted };
  await retry(async (attempt) => addTo(attempt === 0 ? before : await read()), how);
};

/** Adds the changes of a shard to every counter they touch, each counter separately and once. */
export const addToCounters = async (
  table: Table,
  shard: string,
  changes: readonly Addition[],
): Promise<void> => {
  const touched = touchedByAll(changes);
  const found = await readMany(table, touched.map(counterKey), { consistent: true });
  await mapConcurrent(touched, width, (one) => {
    const item = found(counterKey(one));
    const before = item === undefined ? none : toVersioned(fromItem(storedCounter, item));
    return write(table, one, { shard: shortName(shard), before });
  });
};
