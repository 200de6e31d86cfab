/** Whether an instance may still do anything, and what it holds on to for as long as it may. */
export class Lifetime {
  readonly #held = new Set<() => void>();
  #isOver = false;

  get isOver(): boolean {
    return this.#isOver;
  }

  /** `release` is called at the end, unless what it answers is called before. */
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
