/** One page of a list. Without a cursor it is the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
}

export interface PagePlace {
  readonly limit: number;
  /**
   * Where the previous page ended. A cursor that no page of this list ended with throws
   * `CursorRefused`.
   */
  readonly cursor?: string | undefined;
}

export interface Paging<T> extends PagePlace {
  /**
   * Filters the items. A page is filled as long as the list has items; after a long search it may
   * be short and still have a cursor.
   */
  readonly only?: ((item: T) => boolean) | undefined;
}

/** Thrown for a cursor that no page of that list ended with. */
export class CursorRefused extends Error {}

const walkedAtATime = 100;

/** Yields every item of a list, page by page, so that the whole list is never in memory. */
export async function* everyItem<T>(
  read: (page: PagePlace) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: walkedAtATime, cursor });
    yield* page.items;
    ({ cursor } = page);
  } while (cursor !== undefined);
}
