/**
 * Which of the changes taken from a shard are still open. Lanes finish out of order; the position
 * that may be kept is the last change before which nothing is open.
 */
export class Ledger {
  readonly #taken: string[] = [];
  readonly #resolved = new Set<string>();
  #reached: string | undefined;

  get open(): number {
    return this.#taken.length;
  }

  /** The position a restart may continue after; undefined while the first change is open. */
  get reached(): string | undefined {
    return this.#reached;
  }

  /** Must be told in the order of the shard. */
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
