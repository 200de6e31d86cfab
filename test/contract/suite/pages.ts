import type { Page, PagePlace } from '../../../shared/port/page.ts';

type Read<T> = (page: PagePlace) => Promise<Page<T>>;

/** The whole list, page by page, as a client reads it by following the cursors. */
export const pagesOf = async <T>(
  read: Read<T>,
  limit: number,
): Promise<readonly (readonly T[])[]> => {
  const pages: (readonly T[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit, cursor });
    pages.push(page.items);
    ({ cursor } = page);
  } while (cursor !== undefined);
  return pages;
};
