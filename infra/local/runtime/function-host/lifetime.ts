/** Tracks whether an instance has ended, and the resources it holds until then. */
export class Lifetime {
  readonly #held = new Set<() => void>();
  #isOver = false;

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Calls `release` at the end, unless the returned function is called before. */
  hold(release: () => void): () => void {
    this.#held.add(release);
    return () => void this.#held.delete(release);
  }

  end(): void {
    this.#isOver = true;
    const held = [...this.#held];
    this.#held.clear();
    for (const release of held) release();
  }
}
