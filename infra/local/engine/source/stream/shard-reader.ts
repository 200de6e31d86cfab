import type { ChangeRecord } from '../../model.ts';
import type { Loop } from '../loop.ts';
import { Lane } from './lane.ts';
import { Ledger } from './ledger.ts';
import type { StreamParts } from './stream-parts.ts';

/** FNV-1a, 32 bit: distributes short keys evenly and is the same on every machine. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
};

const partitionValue = (record: ChangeRecord, key: string | undefined): string => {
  const keys: Readonly<Record<string, unknown>> = { ...record.dynamodb.Keys };
  return JSON.stringify(key === undefined ? keys : keys[key]);
};

const PAGE = 1000;

/** The position before the first change of a shard. */
const BEGINNING = '0';

export interface ShardOwner {
  /** Whether the mapping has never read the stream, so its starting position applies. */
  readonly isNew: () => Promise<boolean>;
  /** Called when the shard has ended and everything in it is completed. */
  readonly finished: () => void;
}

/** Reads one shard in order, gives each change to the lane of its key, and stores the position. */
export class ShardReader {
  readonly #parts: StreamParts;
  readonly #shard: string;
  readonly #ledger = new Ledger();
  readonly #lanes: readonly Lane[];
  readonly #lookAhead: number;
  readonly #loop: Loop;
  readonly #owner: ShardOwner;
  #placed = false;
  #cursor: string | undefined;
  #kept: string | undefined;

  constructor(parts: StreamParts, shard: string, owner: ShardOwner) {
    const { activity, mapping } = parts;
    this.#parts = parts;
    this.#owner = owner;
    this.#shard = shard;
    this.#lookAhead = Math.max(100, 2 * mapping.batchSize * mapping.parallelizationFactor);
    const laneOwner = {
      shard,
      resolved: (records: readonly ChangeRecord[]) => this.#resolved(records),
      windowEnded: () => this.#keepPosition(),
      drained: () => this.#loop.wake(),
    };
    const length = mapping.parallelizationFactor;
    this.#lanes = Array.from({ length }, () => new Lane(parts, laneOwner));
    this.#loop = activity.loop(() => this.#step());
  }

  /** The table has new changes. */
  wake(): void {
    this.#loop.wake();
  }

  async #step(): Promise<void> {
    if (!this.#placed) await this.#place();
    await this.#keepPosition();
    const room = this.#lookAhead - this.#ledger.open;
    if (room <= 0) return this.#loop.restForWork();
    const { stream } = this.#parts;
    // Checked before reading: a change written in between is still read.
    const hasEnded = stream.hasEnded(this.#shard);
    const records = await stream.read(this.#shard, this.#cursor, Math.min(room, PAGE));
    for (const record of records) this.#take(record);
    if (records.length > 0 || (hasEnded && this.#finish())) return;
    await this.#loop.restForWork();
  }

  /** No more changes will come. Returns true when all are completed, which ends the reader. */
  #finish(): boolean {
    for (const lane of this.#lanes) lane.drain();
    if (this.#ledger.open > 0 || !this.#lanes.every(({ isDrained }) => isDrained)) return false;
    const { activity } = this.#parts;
    for (const lane of this.#lanes) lane.end();
    activity.end(this.#loop);
    this.#owner.finished();
    return true;
  }

  #take(record: ChangeRecord): void {
    const { partitionKey, passes } = this.#parts;
    const sequence = record.dynamodb.SequenceNumber;
    this.#cursor = sequence;
    this.#ledger.take(sequence);
    if (!passes(record)) return this.#ledger.resolve([sequence]);
    const lane = hashOf(partitionValue(record, partitionKey)) % this.#lanes.length;
    this.#lanes[lane]?.push(record);
  }

  async #resolved(records: readonly ChangeRecord[]): Promise<void> {
    const wasFull = this.#ledger.open >= this.#lookAhead;
    this.#ledger.resolve(records.map(({ dynamodb }) => dynamodb.SequenceNumber));
    try {
      await this.#keepPosition();
    } catch (error) {
      this.#loop.wake();
      throw error;
    }
    if (wasFull) this.#loop.wake();
  }

  /**
   * Not while a window is open: its state is in memory only, so a restart begins the window anew.
   */
  async #keepPosition(): Promise<void> {
    if (this.#lanes.some(({ inWindow }) => inWindow)) return;
    const { mapping, stream } = this.#parts;
    const { reached } = this.#ledger;
    if (reached === undefined || reached === this.#kept) return;
    await stream.moveTo(mapping.id, this.#shard, reached);
    this.#kept = reached;
  }

  async #place(): Promise<void> {
    const { mapping, stream } = this.#parts;
    const isNew = await this.#owner.isNew();
    const kept = await stream.position(mapping.id, this.#shard);
    const isFirst = kept === undefined && mapping.startingPosition === 'LATEST';
    this.#cursor = isFirst ? await this.#begin(isNew) : kept;
    this.#placed = true;
  }

  /**
   * Stores the position at which a reader begins when it may begin at the end of the shard, so that
   * a restart continues there even if nothing was completed.
   */
  async #begin(atEnd: boolean): Promise<string> {
    const { mapping, stream } = this.#parts;
    const start = atEnd ? await this.#end() : BEGINNING;
    await stream.moveTo(mapping.id, this.#shard, start);
    return start;
  }

  async #end(): Promise<string> {
    const { stream } = this.#parts;
    let end = BEGINNING;
    let page = await stream.read(this.#shard, end, PAGE);
    while (page.length > 0) {
      end = page.at(-1)?.dynamodb.SequenceNumber ?? end;
      page = await stream.read(this.#shard, end, PAGE);
    }
    return end;
  }
}
