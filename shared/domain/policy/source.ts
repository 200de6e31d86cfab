/** Where the rules of a policy come from. */
import * as z from 'zod/mini';

import { documentNumber } from '../text/document-number.ts';
import { isVisible } from '../text/visible.ts';
import { CivilDate } from '../time/instant.ts';

const Wording = z.string().check(
  z.minLength(1),
  z.maxLength(300),
  z.refine((words) => words.isWellFormed(), 'half_a_character'),
  z.refine((words) => words === '' || isVisible(words), 'nothing_visible'),
);

/** The published rule that a policy states. */
const PolicyDocument = z.object({
  /** 发文机关 */
  issuer: Wording,
  /** 发文字号, as printed. */
  number: z.string().check(z.regex(documentNumber)),
  /** 成文日期 */
  date: CivilDate,
});

export const PolicySource = z
  .object({
    /** Only when a published rule states every one of the rules. */
    official: z.boolean(),
    zh: Wording,
    en: Wording,
    document: z.optional(PolicyDocument),
  })
  .check(
    z.refine(({ official, document }) => !official || document !== undefined, {
      path: ['document'],
      error: 'official_without_document',
    }),
  );
