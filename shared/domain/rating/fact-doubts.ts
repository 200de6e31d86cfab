import type { Contact } from '../case/case.ts';
import type { Policy } from '../policy/policy.ts';
import { toEpoch } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { Doubt } from './doubt.ts';
import { checkTags } from './indicator.ts';
import type { IndicatorTable } from './indicator.ts';
import { isSilentBad } from './rating.ts';
import type { RatingDraft } from './rating.ts';

/** How far the clocks of two systems may differ. */
const toleranceMs = 5 * 60_000;

/** Whether a rating is stated to be from before its contact, or from the future. */
const isImplausible = (claimedAt: Instant, { contact, now }: Received): boolean =>
  toEpoch(claimedAt) > toEpoch(now) + toleranceMs ||
  toEpoch(claimedAt) < toEpoch(contact.at) - toleranceMs;

interface Received {
  readonly contact: Contact;
  readonly claimedAt: Instant | undefined;
  readonly now: Instant;
  readonly policy: Policy;
  readonly indicators: IndicatorTable;
}

/** Returns for what this system would have refused a rating that happened in another system. */
export const doubtsOf = (draft: RatingDraft, received: Received): readonly Doubt[] => {
  const { claimedAt, indicators } = received;
  const isStrange = claimedAt !== undefined && isImplausible(claimedAt, received);
  return [
    ...(isSilentBad(draft, received.policy) ? [{ code: 'reason_missing' as const }] : []),
    ...draft.tags.flatMap((code) => {
      const check = checkTags(draft.level, [code], { indicators, acceptRetired: false });
      return check.ok ? [] : [{ code: check.reason, sent: check.code }];
    }),
    ...(isStrange ? [{ code: 'implausible_time' as const }] : []),
  ];
};
