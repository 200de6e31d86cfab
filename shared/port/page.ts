/** One page of a list; without a cursor it is the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
}

export interface PagePlace {
  readonly limit: number;
  /** Where the page before ended; `CursorRefused` for one that no page of that list ended with. */
  readonly cursor?: string | undefined;
}

export interface Paging<T> extends PagePlace {
  /**
   * Leaves the others out. A page is filled up as far as the list goes; when it took very long to
   * find some, it may be short and still have a cursor.
   */
  readonly only?: ((item: T) => boolean) | undefined;
}

/** Thrown for a cursor that no page of that list ended with. */
export class CursorRefused extends Error {}

const walkedAtATime = 100;

/** Every item of a list, page by page, so that no list of all is ever held. */
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
