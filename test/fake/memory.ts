/** Shared by the fakes: turns, copies, and a count of all successful writes. */

/** The kinds of items that a fake stores, by their names in the real table. */
type Written =
  | 'case'
  | 'invitation'
  | 'rating'
  | 'rating_attempt'
  | 'contest'
  | 'ticket'
  | 'step'
  | 'evidence'
  | 'window'
  | 'pad'
  | 'enrolment'
  | 'pad_number'
  | 'press'
  | 'pad_claim'
  | 'refused_rating'
  | 'entry'
  | 'integrator'
  | 'approval'
  | 'act'
  | 'center_call'
  | 'kept_callback'
  | 'notice'
  | 'message'
  | 'delivery'
  | 'webhook'
  | 'sweep_cursor'
  | 'calendar_year'
  | 'recount'
  | 'policy'
  | 'register'
  | 'activation'
  | 'period'
  | 'difference'
  | 'audit_break'
  | 'acts_break'
  | 'report_record'
  | 'report_case'
  | 'center_access'
  | 'replay';

export interface Memory {
  /** Yields to other tasks, as a network call would; the code after it runs in one turn. */
  turn(): Promise<void>;
  wrote(what: Written): void;
  /** Number of writes so far without replay marks and acts, which a refused call may leave. */
  writes(): number;
  count(what: Written): number;
}

export const newMemory = (): Memory => {
  const counts = new Map<Written, number>();
  return {
    turn: () => new Promise((resolve) => void setImmediate(resolve)),
    wrote: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    writes: () =>
      [...counts].reduce(
        (sum, [what, count]) => (what === 'replay' || what === 'act' ? sum : sum + count),
        0,
      ),
    count: (what) => counts.get(what) ?? 0,
  };
};

/** A copy as a store returns it: independent of the original and without undefined members. */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const maybeCopyOf = <T>(value: T | undefined): T | undefined =>
  value === undefined ? undefined : copyOf(value);

/**
 * Items with optimistic locking: version 1 is new, each later version must follow the previous one.
 */
export class Versioned<T extends { readonly version: number }> {
  readonly #items = new Map<string, T>();

  get(key: string): T | undefined {
    return maybeCopyOf(this.#items.get(key));
  }

  values(): readonly T[] {
    return [...this.#items.values()].map(copyOf);
  }

  remove(key: string): void {
    this.#items.delete(key);
  }

  put(key: string, next: T): 'saved' | 'conflict' {
    if ((this.#items.get(key)?.version ?? 0) !== next.version - 1) return 'conflict';
    this.#items.set(key, copyOf(next));
    return 'saved';
  }
}
