/** One page of a list; without a cursor it is the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
}

export interface Paging<T> {
  readonly limit: number;
  /** Where the page before ended; `CursorRefused` for one that no page of that list ended with. */
  readonly cursor?: string | undefined;
  /**
   * Leaves the others out. A page is filled up as far as the list goes; when it took very long to
   * find some, it may be short and still have a cursor.
   */
  readonly only?: ((item: T) => boolean) | undefined;
}
