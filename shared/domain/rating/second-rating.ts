import type { Instant } from '../time/instant.ts';
import type { Rating, RatingDraft } from './rating.ts';

/**
 * 追评: what the same resident says about the same contact after the answer. It counts where the
 * first rating counted, because it is about the same contact, also after a transfer of the ticket.
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
    readonly sender: string | undefined;
    readonly sealedText: string | undefined;
    readonly applicantMark?: string | undefined;
    readonly trace?: string | undefined;
    /**
     * Set for a rating given on the provincial center's pages. Otherwise the proof is the receipt,
     * and the channel is that of the first rating.
     */
    readonly over?:
      | Pick<Rating, 'proof' | 'channel' | 'claimedAt' | 'accessKey' | 'clientRef' | 'doubts'>
      | undefined;
  },
): Rating => ({
  projectNo: first.projectNo,
  serviceNumber: first.serviceNumber,
  assessNumber: 2,
  generation: first.generation,
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
