/**
 * Translates an evaluation of the provincial center into the domain model. Its SDK names the fields
 * and does not define the values. They are inferred from the numbering of its rating interface (5
 * is the best), which belongs to the same center and which its tag codes follow too (510 belongs to
 * level 5); there is no official table. Everything but the level may be unreadable: the rating is
 * then stored with its doubts.
 */
import type { Channel } from '../../rating/channel.ts';
import type { Doubt, Part } from '../../rating/doubt.ts';
import type { Level } from '../../rating/level.ts';
import type { RatingDraft } from '../../rating/rating.ts';
import { isThere, memberOf } from '../../text/sent-value.ts';
import type { Instant } from '../../time/instant.ts';
import { saysMore } from './other-members.ts';
import { readLevel } from './read-level.ts';
import { isDefault, readChannel, readId, readNumber, readTime, readWords } from './read-parts.ts';
import { readTags } from './read-tags.ts';
import type { StatedParts } from './stated.ts';

export interface ReadEvaluation {
  /** The center's own id; undefined when it sent none that can be one. */
  readonly id: string | undefined;
  readonly draft: RatingDraft;
  readonly claimedAt: Instant | undefined;
  readonly channel: Channel;
  readonly origin: 'active' | 'default';
  readonly doubts: readonly Doubt[];
  /** Whether the rating and its doubts contain everything that came. */
  readonly complete: boolean;
}

export type EvaluationReading =
  | { readonly ok: true; readonly evaluation: ReadEvaluation }
  | {
      readonly ok: false;
      readonly reason: 'evaluation_missing' | 'level_unreadable' | 'default_follow_up';
    };

/** Returns the evaluation of a callback, also as a list of one. */
export const itemOf = (callback: unknown): unknown => {
  const sent = memberOf(callback, 'evaluationItemModel') ?? undefined;
  return Array.isArray(sent) && sent.length <= 1 ? sent[0] : sent;
};

const eachItem = (callback: unknown): readonly unknown[] => {
  const sent = memberOf(callback, 'evaluationItemModel');
  if (!Array.isArray(sent)) return [callback];
  const items = sent.filter(isThere);
  if (items.length < 2) return [callback];
  return items.map((evaluationItemModel, index) => ({
    ...(callback as object),
    evaluationItemModel,
    ...(index > 0 && { caseModelList: undefined }),
  }));
};

/**
 * Returns the callbacks in what came: each element of a list, and one for each evaluation where one
 * callback brings several. The steps that came along stay with the first.
 */
export const callbacksIn = (body: unknown): readonly unknown[] =>
  Array.isArray(body) && body.length > 0 ? body.flatMap(eachItem) : eachItem(body);

const readItem = (
  item: unknown,
  level: Part<Level>,
  { number, stated }: { readonly number: 1 | 2; readonly stated: StatedParts },
): ReadEvaluation => {
  const id = readId(item);
  const tags = readTags(memberOf(item, 'evaluationTagItemModelList'), stated.tags);
  const words = readWords(item, stated.text);
  const [time, channel] = [readTime(item, stated.at), readChannel(item, stated.channel)];
  const counted = readNumber(item, number);
  const parts: readonly Part<unknown>[] = [id, level, channel, time, tags, words, counted];
  return {
    id: id.value,
    // The SDK has no field for consent, and a missing statement is not consent.
    draft: { level: level.value, tags: tags.value, text: words.value, contactConsent: false },
    claimedAt: time.value,
    channel: channel.value,
    origin: isDefault(item) && stated.channel === undefined ? 'default' : 'active',
    doubts: parts.flatMap(({ doubts }) => doubts),
    complete: parts.every(({ complete = true }) => complete) && !saysMore(item, 'item'),
  };
};

/**
 * Reads the evaluation of a callback as rating 1 or 2. `stated`: what two persons stated; it counts
 * only for what cannot be read.
 */
export const readEvaluation = (
  callback: unknown,
  number: 1 | 2,
  stated: StatedParts = {},
): EvaluationReading => {
  const item = itemOf(callback);
  if (item === undefined && stated.level === undefined) {
    return { ok: false, reason: 'evaluation_missing' };
  }
  const { value: level, ...rest } = readLevel(item, stated.level);
  if (level === undefined) return { ok: false, reason: 'level_unreadable' };
  // 追评 is what a resident says after the answer, so it cannot be a default rating.
  if (number === 2 && isDefault(item) && stated.channel === undefined) {
    return { ok: false, reason: 'default_follow_up' };
  }
  const said = readItem(item, { value: level, ...rest }, { number, stated });
  return {
    ok: true,
    evaluation: { ...said, complete: said.complete && !saysMore(callback, 'callback') },
  };
};
