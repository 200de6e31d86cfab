import type { Shard } from '../../model.ts';
import { ShardReader } from './shard-reader.ts';
import type { StreamParts } from './stream-parts.ts';

/**
 * The readers of a table's shards: one for each, begun when the shard before it is done with, so that
 * the changes of a key keep their order over the end of a shard.
 */
export class ShardReaders {
  readonly #parts: StreamParts;
  readonly #tableName: string;
  readonly #readers = new Map<string, ShardReader>();
  readonly #finished = new Set<string>();
  /** Those that were there at the start: others begin at their first change, whatever the mapping says. */
  readonly #first: ReadonlySet<string>;
  readonly #isNew: Promise<boolean>;

  constructor(parts: StreamParts, tableName: string) {
    this.#parts = parts;
    this.#tableName = tableName;
    this.#first = new Set(this.#shards().map(({ id }) => id));
    this.#isNew = this.#knowsNoPosition();
  }

  /** Opens a reader for every shard that may be read now. */
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

  /** A shard that is not listed any more has nothing left to read. */
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
