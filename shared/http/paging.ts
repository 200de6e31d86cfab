import * as z from 'zod/mini';

import { CursorRefused } from '../port/page.ts';
import { Problem } from './problem/problem.ts';

/** The members of every query for a page. */
export const pageAsked = {
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  cursor: z.optional(z.string().check(z.maxLength(2048))),
};

/** Reads a page. A cursor that does not belong to the list is a client error. */
export const readPage = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (fault) {
    if (fault instanceof CursorRefused) throw new Problem('cursor_invalid');
    throw fault;
  }
};
