import type { Case, Contact } from '../case/case.ts';
import type { Policy } from '../policy/policy.ts';
import type { Instant } from '../time/instant.ts';
import type { Channel } from './channel.ts';
import { checkTags } from './indicator.ts';
import type { TagRefusal } from './indicator.ts';
import type { Level } from './level.ts';

/** The natural key everywhere: one handled case, one contact of it, first rating or follow-up. */
export interface RatingKey {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly assessNumber: 1 | 2;
}

/**
 * How we know that the resident acted: a signed token, an enrolled pad, staff who wrote it down, for a
 * follow-up the receipt of the first rating, or the provincial center, over whose pages it was given.
 */
export const proofs = ['token', 'pad', 'staff_entered', 'receipt', 'center'] as const;
export type Proof = (typeof proofs)[number];

/** Who wrote a hotline or paper rating down, from which record, and who checked it. */
export interface EnteredBy {
  readonly staff: string;
  /** Call recording number or paper form number. */
  readonly record: string;
  readonly checkedBy?: string | undefined;
}

/** 评价: what a resident said of one contact. Written once, changed by nobody. */
export interface Rating extends RatingKey {
  readonly level: Level;
  readonly tags: readonly string[];
  /** The resident's own words under the field key. */
  readonly sealedText?: string | undefined;
  readonly contactConsent: boolean;
  readonly channel: Channel;
  readonly proof: Proof;
  /** `default` only when an upstream system says so; never made here, in no public rate. */
  readonly origin: 'active' | 'default';
  /** The server's own time; nothing a client says can replace it. */
  readonly receivedAt: Instant;
  /** The time a pad claims for a rating that waited in its queue, or the provincial center for its own. */
  readonly claimedAt?: Instant | undefined;
  /** Keyed digest of what was said; tells a repeat from a different second rating. */
  readonly fingerprint: string;
  readonly clientRef?: string | undefined;
  readonly pad?: { readonly id: string; readonly sequence: number } | undefined;
  readonly enteredBy?: EnteredBy | undefined;
  readonly creditCode: string;
  readonly area: string;
  readonly matterCode: string;
  readonly hall?: string | undefined;
  readonly window?: string | undefined;
  readonly staffId?: string | undefined;
}

/** What a resident says, before anything is decided about it. */
export interface RatingDraft {
  readonly level: Level;
  readonly tags: readonly string[];
  readonly text?: string | undefined;
  readonly contactConsent: boolean;
}

/** How it came to us; made by the door it came through, never by the resident. */
export type RatingOrigin = Pick<
  Rating,
  'channel' | 'proof' | 'receivedAt' | 'claimedAt' | 'clientRef' | 'pad' | 'enteredBy'
> & {
  readonly fingerprint: string;
  readonly sealedText?: string | undefined;
  /** Only where an upstream system says that it made the rating itself. */
  readonly origin?: Rating['origin'];
};

export type RatingRefusal = TagRefusal | 'reason_missing' | 'contact_not_yet';

export type DraftCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: RatingRefusal; readonly code?: string | undefined };

export const isBad = (level: Level, policy: Policy): boolean => policy.badLevels.includes(level);

/**
 * The rules of domain.md §2.5 and §2.7: tags belong to the level and to the table in force, and a
 * bad rating says why (a tag or a text). The bad path asks nothing else, so it is no longer than
 * the good one.
 */
export const checkDraft = (draft: RatingDraft, policy: Policy): DraftCheck => {
  const tags = checkTags(draft.level, draft.tags);
  if (!tags.ok) return tags;
  const silent = draft.tags.length === 0 && (draft.text ?? '').trim() === '';
  if (silent && isBad(draft.level, policy)) return { ok: false, reason: 'reason_missing' };
  return { ok: true };
};

/** What makes two submissions the same: the words, not the way or the moment they came. */
export const serializeDraft = (draft: RatingDraft): string =>
  JSON.stringify([
    draft.level,
    draft.tags.toSorted(),
    (draft.text ?? '').trim(),
    draft.contactConsent,
  ]);

/** Binds what was said to the contact it was said of. */
export const bindRating = (
  rated: { readonly known: Case; readonly contact: Contact },
  draft: RatingDraft,
  origin: RatingOrigin,
): Rating => ({
  projectNo: rated.known.projectNo,
  serviceNumber: rated.contact.serviceNumber,
  assessNumber: 1,
  level: draft.level,
  tags: draft.tags.toSorted(),
  contactConsent: draft.contactConsent,
  origin: 'active',
  ...origin,
  creditCode: rated.known.department.creditCode,
  area: rated.known.area,
  matterCode: rated.known.matter.code,
  hall: rated.contact.hall,
  window: rated.contact.window,
  staffId: rated.contact.staff?.id,
});
