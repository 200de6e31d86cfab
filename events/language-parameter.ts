import * as z from 'zod/mini';

import { languages } from '../shared/domain/text/language.ts';
import type { Parameter } from './contract.ts';

/** The query parameter of every answer in a language of choice. */
export const languageParameter: Parameter = {
  name: 'lang',
  in: 'query',
  schema: z.enum(languages),
  words: {
    zh: '语言；默认按 Accept-Language',
    en: 'Language; by default as Accept-Language asks',
  },
  example: 'zh',
};
