import type { Signed } from '../access/signed.ts';
import type { Case, Contact } from '../case/case.ts';
import type { Policy } from '../policy/policy.ts';
import { isVisible } from '../text/visible.ts';
import type { Instant } from '../time/instant.ts';
import type { Channel } from './channel.ts';
import type { ContestState } from './contest/contest-state.ts';
import type { Doubt } from './doubt.ts';
import { checkTags } from './indicator.ts';
import type { TagRefusal, TagRules } from './indicator.ts';
import type { Level } from './level.ts';
import type { Provenance } from './proof/provenance.ts';
import type { GenerationKey } from './rating-key.ts';

/**
 * The proof that the resident acted: a signed token, an enrolled pad, a record by staff, for a
 * follow-up the receipt of the first rating, or the provincial center, when its pages were used.
 */
export const proofs = ['token', 'pad', 'staff_entered', 'receipt', 'center'] as const;
export type Proof = (typeof proofs)[number];

/**
 * True where a rating may have been given while an indicator was in force that is retired now: a pad
 * may be offline for days, and an entry waits for its second person after it was checked.
 */
export const acceptsRetired: Readonly<Record<Proof, boolean>> = {
  token: false,
  pad: true,
  staff_entered: true,
  receipt: false,
  center: false,
};

/**
 * How a rating of a pad got its contact: by the token of the contact, because it was the only one at
 * the window at that time, or by two persons.
 */
export const bindings = ['token', 'window', 'persons'] as const;
type Binding = (typeof bindings)[number];

/** Who recorded a hotline or paper rating, and who checked it. */
interface EnteredBy {
  readonly staff: string;
  /** Its entry, with the sealed number of the recording or form, which older ratings have in clear. */
  readonly entry?: string | undefined;
  readonly record?: string | undefined;
  readonly checkedBy?: string | undefined;
}

/** 评价: what a resident said about one contact. Written once; only `contested` ever changes. */
export interface Rating extends GenerationKey, Provenance {
  readonly level: Level;
  readonly tags: readonly string[];
  /** The resident's own words, encrypted with the field key. */
  readonly sealedText?: string | undefined;
  readonly contactConsent: boolean;
  /** The rater agreed that the words are published, without personal data. */
  readonly publishConsent?: true | undefined;
  readonly channel: Channel;
  readonly proof: Proof;
  /** `default` only when an upstream system says so. Never created here, and in no public rate. */
  readonly origin: 'active' | 'default';
  /** The server's own time; nothing that a client sends can replace it. */
  readonly receivedAt: Instant;
  /**
   * The time that a pad states for a rating from its queue, corrected by what is known of its clock,
   * or the provincial center for its own rating.
   */
  readonly claimedAt?: Instant | undefined;
  /** The pad states a time at which nobody can have pressed, or one that cannot be read. */
  readonly claimImplausible?: true | undefined;
  /** Keyed digest of the content and its contact. Content alone never shows who sent it. */
  readonly fingerprint: string;
  /** Keyed digest of what only its sender has; by it alone a repeat is known. */
  readonly sender?: string | undefined;
  /** Somebody else contested it; an upheld contest takes it out of every rate. */
  readonly contested?: ContestState | undefined;
  /** Of a rating of the provincial center, the id there; otherwise only of an older version. */
  readonly clientRef?: string | undefined;
  readonly pad?: { readonly id: string; readonly sequence: number } | undefined;
  /** Of ratings that came from a pad. */
  readonly bound?: Binding | undefined;
  /** When it arrived from a pad, if it had to wait for its contact or for two persons. */
  readonly heldSince?: Instant | undefined;
  /** The persons who took it up. */
  readonly takenUp?: Signed | undefined;
  /**
   * The access key of the provincial center for its own rating; of older releases, the key that
   * invited to it.
   */
  readonly accessKey?: string | undefined;
  readonly enteredBy?: EnteredBy | undefined;
  /** Only of a rating that happened in another system or on a pad; absent when there are none. */
  readonly doubts?: readonly Doubt[] | undefined;
  readonly creditCode: string;
  readonly area: string;
  readonly matterCode: string;
  readonly hall?: string | undefined;
  readonly window?: string | undefined;
  readonly staffId?: string | undefined;
}

/** What a resident submits, before any decision about it. */
export interface RatingDraft {
  readonly level: Level;
  readonly tags: readonly string[];
  readonly text?: string | undefined;
  readonly contactConsent: boolean;
  /** Whether the words may be published, without personal data. */
  readonly publishConsent?: boolean | undefined;
}

/** How the rating arrived; set by the channel that received it, never by the resident. */
export type RatingOrigin = Pick<
  Rating,
  | 'channel'
  | 'proof'
  | 'receivedAt'
  | 'claimedAt'
  | 'claimImplausible'
  | 'sender'
  | 'pad'
  | 'bound'
  | 'heldSince'
  | 'takenUp'
  | keyof Provenance
  | 'accessKey'
  | 'enteredBy'
  | 'doubts'
> & {
  readonly fingerprint: string;
  readonly sealedText?: string | undefined;
  /** Only when an upstream system says that it made the rating itself. */
  readonly origin?: Rating['origin'];
};

type RatingRefusal = TagRefusal | 'reason_missing' | 'contact_not_yet';

export type DraftCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: RatingRefusal; readonly code?: string | undefined };

export const isBad = (level: Level, policy: Policy): boolean => policy.badLevels.includes(level);

/** A bad rating that gives no reason, neither a tag nor a text. */
export const isSilentBad = ({ level, tags, text = '' }: RatingDraft, policy: Policy): boolean =>
  tags.length === 0 && !isVisible(text) && isBad(level, policy);

/**
 * Checks a rating: its tags belong to its level and to the table in force, and a bad rating gives a
 * reason (a tag or a text). The first rule comes from the evalDetail code table, the second from
 * implementations of the national format in other provinces. Nothing else is required of a bad
 * rating, so it takes no more steps than a good one.
 */
export const checkDraft = (
  draft: RatingDraft,
  { policy, ...rules }: TagRules & { readonly policy: Policy },
): DraftCheck => {
  const tags = checkTags(draft.level, draft.tags, rules);
  if (!tags.ok) return tags;
  return isSilentBad(draft, policy) ? { ok: false, reason: 'reason_missing' } : { ok: true };
};

/** Serializes what makes two submissions equal: the content, not the channel or the time. */
export const serializeDraft = (draft: RatingDraft): string =>
  JSON.stringify([
    draft.level,
    draft.tags.toSorted(),
    (draft.text ?? '').trim(),
    draft.contactConsent,
    ...(draft.publishConsent === true ? [true] : []),
  ]);

/** Creates the rating of a contact from a draft. */
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
  ...(draft.publishConsent === true && { publishConsent: true }),
  origin: 'active',
  ...origin,
  creditCode: rated.known.department.creditCode,
  area: rated.known.area,
  matterCode: rated.known.matter.code,
  hall: rated.contact.hall,
  window: rated.contact.window,
  staffId: rated.contact.staff?.id,
});
