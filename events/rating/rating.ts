import * as z from 'zod/mini';

import { EnteredChannel } from '../../shared/domain/rating/channel.ts';
import { levels } from '../../shared/domain/rating/level.ts';
import { Moment, ProjectNo, ServiceNumber, text, wellFormed } from '../primitive.ts';
import { ClientRef } from './client-ref.ts';

export const LevelName = z.enum(levels);

/** 指标代码 of the active table; the first digit is the level. */
export const Tag = z.string().check(z.regex(/^[1-5]\d{2}$/));

/** The longest text of a resident; the provincial interface takes 500–1000 characters. */
export const longestText = 500;

const words = {
  level: LevelName,
  tags: z._default(z.array(Tag).check(z.maxLength(10)), []),
  text: z.optional(z.string().check(z.trim(), z.maxLength(longestText), wellFormed)),
  contactConsent: z._default(z.boolean(), false),
};

/** What a resident says, of a rating that was read before. */
export const RatingWords = z.object(words);

/** A token has 42 characters; much longer values are refused before they are read. */
const Token = z.string().check(z.minLength(1), z.maxLength(1024));

export const RatingSubmission = z.strictObject({
  token: Token,
  /** For pages with a list of cases: refuses a token of another contact. */
  projectNo: z.optional(ProjectNo),
  serviceNumber: z.optional(ServiceNumber),
  ...words,
  /** The words may be published, without personal data and once a person released them. */
  publishConsent: z.optional(z.boolean()),
  clientRef: ClientRef,
});
export type RatingSubmission = z.infer<typeof RatingSubmission>;

/** 追评: the one follow-up, with the receipt of the first rating in the path. */
export const FollowUpSubmission = z.strictObject({
  level: words.level,
  tags: words.tags,
  text: words.text,
  clientRef: ClientRef,
});
export type FollowUpSubmission = z.infer<typeof FollowUpSubmission>;

const outcome = {
  repeated: z.boolean(),
  ticket: z.optional(
    z.object({
      state: z.string(),
      contactDue: z.nullable(z.string()),
      rectifyDue: z.nullable(z.string()),
    }),
  ),
};

/** What came of a rating, without its receipt. */
export const RatingOutcome = z.object(outcome);
export type RatingOutcome = z.infer<typeof RatingOutcome>;

/** Only ever answered to the rater. */
export const RatingReceipt = z.object({
  receipt: z.string(),
  ...outcome,
  /** A repeat with other words: the first rating is as it was, and these were kept beside it. */
  differs: z.optional(z.literal(true)),
});
export type RatingReceipt = z.infer<typeof RatingReceipt>;

/** 工作人员代录: what a resident said on the phone or wrote on a form. */
export const EntryRequest = z.strictObject({
  projectNo: ProjectNo,
  serviceNumber: ServiceNumber,
  channel: EnteredChannel,
  /** Call recording number (hotline) or form number (paper): one record, one rating. */
  record: text(64),
  ...words,
});
export type EntryRequest = z.infer<typeof EntryRequest>;

/** The second person's decision: does the entry match the recording or the form? */
export const EntryRuling = z.strictObject({ matches: z._default(z.boolean(), true) });

/** Members of a newer pad's software are ignored, so that no rating is lost because of them. */
export const PadRating = z.object({
  sequence: z.int().check(z.minimum(1), z.maximum(2_147_483_647)),
  /**
   * Of the contact that the window showed, or of a link that the pad scanned. Absent when the pad
   * was offline: the rating is bound to the contact that the window served at `ratedAt`.
   */
  token: z.optional(Token),
  ...words,
  /** Characters that are cut in half are marked; they refuse nothing. */
  text: z.optional(z.string().check(z.trim(), z.maxLength(longestText))),
  /** When the resident pressed, by the pad's own clock; stored beside the server's time. */
  ratedAt: z.optional(Moment),
});
export type PadRating = z.infer<typeof PadRating>;

export const PadBatch = z.object({
  ratings: z.array(z.unknown()).check(z.minLength(1), z.maxLength(50)),
  /** The time by the pad's own clock as it sends, which shows how far that clock is off. */
  clock: z.optional(z.unknown()),
});

const Gap = z.tuple([z.int(), z.int()]);

export const PadBatchAnswer = z.object({
  stored: z.array(z.object({ sequence: z.int() })),
  repeats: z.array(z.object({ sequence: z.int() })),
  refused: z.array(
    z.object({ sequence: z.nullable(z.int()), code: z.string(), detail: z.string() }),
  ),
  missing: z.array(Gap),
  highest: z.int(),
  /** Ratings without token: `bound` once it is certain whose contact they rate. */
  held: z.array(z.object({ sequence: z.int(), bound: z.boolean() })),
  /** Numbers whose rating had members that this interface does not know; they were ignored. */
  ignored: z.array(z.int()),
});
export type PadBatchAnswer = z.infer<typeof PadBatchAnswer>;
