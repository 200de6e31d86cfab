import { defaultPolicy } from '../../shared/domain/policy/shipped.ts';
import { shippedIndicators } from '../../shared/domain/rating/indicator.ts';

/** The shipped rules for a rating that is given online. */
export const shippedDraftRules = {
  policy: defaultPolicy,
  indicators: shippedIndicators,
  acceptRetired: false,
} as const;
