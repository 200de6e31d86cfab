import { indicatorOf } from '../../shared/domain/rating/indicator.ts';
import type { RatingDraft } from '../../shared/domain/rating/rating.ts';
import type { Rulebook, RulesInForce } from '../../shared/port/policy/rulebook.ts';

/**
 * Returns the rules that a draft is checked by. Another function may already show indicators that
 * this one has not read yet: they are looked up before the draft is refused.
 */
export const rulesForDraft = async (
  { tags }: Pick<RatingDraft, 'tags'>,
  book: Rulebook,
): Promise<RulesInForce> => {
  const rules = await book.now();
  const isKnown = tags.every((code) => indicatorOf(rules.indicators, code) !== undefined);
  return isKnown ? rules : book.latest();
};
