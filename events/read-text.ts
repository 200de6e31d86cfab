/** Texts that somebody else reads before they decide, with more asked of them than of any text. */
import * as z from 'zod/mini';

import { isPlainLine, isReason } from '../shared/domain/text/visible.ts';
import { text } from './primitive.ts';

const refuse = (problem: 'no_reason' | 'not_a_plain_line') => ({ error: problem });

/** A name in lists and proposals: one line that reads as it is written. */
export const plainText = (longest: number) =>
  text(longest).check(z.refine(isPlainLine, refuse('not_a_plain_line')));

/** Why somebody is named to the person who asks: words, not a sign that fills the field. */
export const reasonText = (longest: number) =>
  text(longest).check(z.refine(isReason, refuse('no_reason')));
