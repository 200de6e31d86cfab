/**
 * Tracks which of the changes taken from a shard are not completed. Lanes finish out of order; the
 * position that may be stored is the last change before which everything is completed.
 */
export class Ledger {
  readonly #taken: string[] = [];
  readonly #resolved = new Set<string>();
  #reached: string | undefined;

  get open(): number {
    return this.#taken.length;
  }

  /** Where a restart may continue; undefined while the first change is not completed. */
  get reached(): string | undefined {
    return this.#reached;
  }

  /** Must be called in the order of the shard. */
  take(sequence: string): void {
    this.#taken.push(sequence);
  }

  resolve(sequences: readonly string[]): void {
    for (const sequence of sequences) this.#resolved.add(sequence);
    const firstOpen = this.#taken.findIndex((taken) => !this.#resolved.has(taken));
    const prefix = this.#taken.splice(0, firstOpen === -1 ? this.#taken.length : firstOpen);
    for (const passed of prefix) this.#resolved.delete(passed);
    this.#reached = prefix.at(-1) ?? this.#reached;
  }
}
