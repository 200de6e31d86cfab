import type { Instant } from '../time/instant.ts';
import type { Rating, RatingDraft } from './rating.ts';

/**
 * 追评: what the same resident says of the same contact after the answer. It counts where the first
 * rating counted, because that is what it is about, whoever has the ticket meanwhile.
 */
export const secondRating = (
  first: Rating,
  { level, tags }: Pick<RatingDraft, 'level' | 'tags'>,
  {
    over,
    ...origin
  }: {
    readonly receivedAt: Instant;
    readonly fingerprint: string;
    readonly sealedText: string | undefined;
    /** Of one given over the provincial center's pages; else by receipt, on the first one's channel. */
    readonly over?: Pick<Rating, 'proof' | 'channel' | 'claimedAt'> | undefined;
  },
): Rating => ({
  projectNo: first.projectNo,
  serviceNumber: first.serviceNumber,
  assessNumber: 2,
  level,
  tags: tags.toSorted(),
  contactConsent: first.contactConsent,
  channel: first.channel,
  proof: 'receipt',
  origin: 'active',
  ...origin,
  ...over,
  creditCode: first.creditCode,
  area: first.area,
  matterCode: first.matterCode,
  hall: first.hall,
  window: first.window,
  staffId: first.staffId,
});
