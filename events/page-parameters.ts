import * as z from 'zod/mini';

import type { Parameter } from './contract.ts';

/** The query parameters of every paged list. */
export const pageParameters: readonly Parameter[] = [
  {
    name: 'limit',
    in: 'query',
    schema: z._default(z.int().check(z.minimum(1), z.maximum(100)), 50),
    words: { zh: '每页条数', en: 'Lines a page' },
    example: 50,
  },
  {
    name: 'cursor',
    in: 'query',
    schema: z.string(),
    words: { zh: '上一页返回的 cursor', en: 'The cursor of the previous page' },
    example: 'eyJwayI6Ii4uLiJ9',
  },
];
