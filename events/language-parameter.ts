import * as z from 'zod/mini';

import type { Parameter } from './contract.ts';

/** The query parameter of every answer in a language of choice. */
export const languageParameter: Parameter = {
  name: 'lang',
  in: 'query',
  schema: z.enum(['zh', 'en']),
  words: {
    zh: '语言；默认按 Accept-Language',
    en: 'Language; by default as Accept-Language asks',
  },
  example: 'zh',
};
