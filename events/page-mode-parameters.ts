import * as z from 'zod/mini';

import type { Parameter } from './contract.ts';
import { languageParameter } from './language-parameter.ts';

/** The query parameters of every page; its links remember them. */
export const pageParameters: readonly Parameter[] = [
  languageParameter,
  {
    name: 'style',
    in: 'query',
    schema: z.enum(['standard', 'elder', 'contrast']),
    words: {
      zh: '显示方式：标准版、长辈版或高对比度；默认标准版',
      en: 'The look: standard, large text or high contrast; by default standard',
    },
    example: 'elder',
  },
];
