import type { Shard } from '../../model.ts';
import { ShardReader } from './shard-reader.ts';
import type { StreamParts } from './stream-parts.ts';

/**
 * The readers of a table's shards, one per shard. A reader starts when the parent of its shard is
 * completed, so that the changes of a key keep their order across shards.
 */
export class ShardReaders {
  readonly #parts: StreamParts;
  readonly #tableName: string;
  readonly #readers = new Map<string, ShardReader>();
  readonly #finished = new Set<string>();
  /**
   * The shards that existed at the start. Later ones are read from their first change, whatever the
   * starting position of the mapping.
   */
  readonly #first: ReadonlySet<string>;
  readonly #isNew: Promise<boolean>;

  constructor(parts: StreamParts, tableName: string) {
    this.#parts = parts;
    this.#tableName = tableName;
    this.#first = new Set(this.#shards().map(({ id }) => id));
    this.#isNew = this.#knowsNoPosition();
  }

  /** Starts a reader for every shard that may be read now. */
  open(): void {
    const shards = this.#shards();
    const listed = new Set(shards.map(({ id }) => id));
    for (const id of this.#finished) if (!listed.has(id)) this.#finished.delete(id);
    for (const { id, parent } of shards) {
      if (this.#readers.has(id) || this.#finished.has(id) || this.#isUnread(parent, listed))
        continue;
      this.#readers.set(id, new ShardReader(this.#parts, id, this.#ownerOf(id)));
    }
  }

  /** The table has new changes. */
  wake(): void {
    this.open();
    for (const reader of this.#readers.values()) reader.wake();
  }

  #shards(): readonly Shard[] {
    return this.#parts.stream.shards(this.#tableName);
  }

  /** A parent that is no longer listed has nothing left to read. */
  #isUnread(parent: string | undefined, listed: ReadonlySet<string>): boolean {
    if (parent === undefined) return false;
    return this.#readers.has(parent) || (listed.has(parent) && !this.#finished.has(parent));
  }

  #ownerOf(id: string) {
    return {
      isNew: async () => this.#first.has(id) && this.#isNew,
      finished: () => {
        this.#readers.delete(id);
        this.#finished.add(id);
        this.open();
      },
    };
  }

  async #knowsNoPosition(): Promise<boolean> {
    const { mapping, stream } = this.#parts;
    const positions = await Promise.all(
      [...this.#first].map((shard) => stream.position(mapping.id, shard)),
    );
    return positions.every((position) => position === undefined);
  }
}
