/** Stops everything that was started, in reverse order, and completely even when one part fails. */
export class Shutdown {
  readonly #steps: (() => Promise<void> | void)[] = [];
  #running: Promise<void> | undefined;

  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** A second call waits for the first. Rejects with every error, after the last step. */
  run(): Promise<void> {
    this.#running ??= this.#stopAll();
    return this.#running;
  }

  async #stopAll(): Promise<void> {
    const faults: unknown[] = [];
    for (const step of this.#steps.toReversed()) {
      try {
        await step();
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0)
      throw new AggregateError(faults, 'The local runtime stopped with errors');
  }
}
