/**
 * Translates an evaluation of the provincial center into the domain model. Its SDK names the fields
 * and does not define the values. They are inferred from the numbering of its rating interface (5
 * is the best), which belongs to the same center and which its tag codes follow too (510 belongs to
 * level 5); there is no official table. Everything but the level may be unreadable: the rating is
 * then stored with its doubts.
 */
import type { Channel } from '../../rating/channel.ts';
import type { Doubt, Part } from '../../rating/doubt.ts';
import { levelPressed } from '../../rating/level-pressed.ts';
import type { Level } from '../../rating/level.ts';
import type { RatingDraft } from '../../rating/rating.ts';
import {
  codeOf,
  cutText,
  isShownWhole,
  isThere,
  memberOf,
  readList,
  sentOf,
  textOf,
} from '../../text/sent-value.ts';
import type { Instant } from '../../time/instant.ts';
import { momentOf } from '../../time/sent-moment.ts';
import { zhejiang } from '../record/zhejiang.table.ts';
import { readTags } from './read-tags.ts';

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
      readonly reason:
        | 'evaluation_missing'
        | 'several_evaluations'
        | 'level_unreadable'
        | 'default_follow_up';
    };

/** Returns the evaluation of a callback, also as a list of one. */
export const itemOf = (callback: unknown): unknown => {
  const sent = memberOf(callback, 'evaluationItemModel') ?? undefined;
  return Array.isArray(sent) && sent.length <= 1 ? sent[0] : sent;
};

/** Whether it brings more than one evaluation, of which the level, words and contact are not known. */
export const hasSeveral = (callback: unknown): boolean =>
  [callback, itemOf(callback)].some((one) => Array.isArray(one) && one.length > 1);

/** 系统默认评价: recognized by the documented value of its channel, and by nothing else. */
const isDefault = (item: unknown): boolean =>
  codeOf(memberOf(item, 'channel')) === zhejiang.defaultChannel;

const readChannel = (item: unknown): Part<Channel> => {
  // A default rating has no channel of a resident; the province's own site stands for it.
  if (isDefault(item)) return { value: 'portal', doubts: [] };
  const sent = memberOf(item, 'channel');
  const known = zhejiang.channel.nameOf(codeOf(sent) ?? '');
  if (known !== undefined) return { value: known, doubts: [] };
  return {
    value: 'unknown',
    doubts: [{ code: 'unknown_channel', sent: sentOf(sent) }],
    complete: isShownWhole(sent),
  };
};

/**
 * The overall level comes first; further levels rate single aspects, which this system does not
 * have.
 */
const sentLevel = (item: unknown): unknown => {
  const sent = memberOf(item, 'evaluationLevelModelList');
  const { items, complete } = readList(sent);
  const overall = complete ? items[0] : sent;
  return memberOf(overall, 'level') ?? overall;
};

/** Returns the level of an evaluation by its code, or by a name that can mean only one. */
export const levelOf = (item: unknown): Level | undefined => {
  const sent = sentLevel(item);
  return zhejiang.level.nameOf(codeOf(sent) ?? '') ?? levelPressed(sent);
};

const readLevel = (item: unknown, stated: Level | undefined): Part<Level | undefined> => {
  const level = levelOf(item);
  if (level !== undefined || stated === undefined) return { value: level, doubts: [] };
  const sent = sentLevel(item);
  return {
    value: stated,
    doubts: [{ code: 'level_stated', sent: sentOf(sent) }],
    complete: isShownWhole(sent),
  };
};

/** Forty times what a resident may write here, and far below the limit of a stored item. */
const longestWords = 20_000;

const readWords = (item: unknown): Part<string | undefined> => {
  const sent = memberOf(item, 'rateText') ?? undefined;
  const text = textOf(sent);
  if (text === undefined) {
    const isEmpty = sent === undefined || typeof sent === 'string';
    return isEmpty
      ? { value: undefined, doubts: [] }
      : { value: undefined, doubts: [{ code: 'words_unreadable' }], complete: false };
  }
  const kept = cutText(text, longestWords);
  const doubts: Doubt[] = [];
  if (kept !== text) doubts.push({ code: 'words_cut' });
  if (!kept.isWellFormed()) doubts.push({ code: 'words_damaged' });
  return { value: kept.toWellFormed(), doubts, complete: doubts.length === 0 };
};

const readTime = (item: unknown): Part<Instant | undefined> => {
  const sent = memberOf(item, 'assessTime');
  const value = momentOf(sent);
  return value === undefined
    ? {
        value,
        doubts: [{ code: 'unreadable_time', sent: sentOf(sent) }],
        complete: isShownWhole(sent),
      }
    : { value, doubts: [] };
};

/** The operation decides which rating it is; 评价次数 should say the same. */
const readNumber = (item: unknown, number: 1 | 2): Part<1 | 2> => {
  const sent = memberOf(item, 'number');
  if (codeOf(sent) === String(number)) return { value: number, doubts: [] };
  return {
    value: number,
    doubts: [{ code: 'number_differs', sent: sentOf(sent) }],
    complete: isShownWhole(sent),
  };
};

const longestId = 64;

const readId = (item: unknown): Part<string | undefined> => {
  const sent = memberOf(item, 'id');
  const id = textOf(sent);
  const isUsable = id !== undefined && id.length <= longestId && id.isWellFormed();
  return { value: isUsable ? id : undefined, doubts: [], complete: isUsable || !isThere(sent) };
};

const readItem = (item: unknown, level: Part<Level>, number: 1 | 2): ReadEvaluation => {
  const id = readId(item);
  const [tags, words] = [readTags(memberOf(item, 'evaluationTagItemModelList')), readWords(item)];
  const [time, channel] = [readTime(item), readChannel(item)];
  const parts: readonly Part<unknown>[] = [
    id,
    level,
    channel,
    time,
    tags,
    words,
    readNumber(item, number),
  ];
  return {
    id: id.value,
    // The SDK has no field for consent, and a missing statement is not consent.
    draft: { level: level.value, tags: tags.value, text: words.value, contactConsent: false },
    claimedAt: time.value,
    channel: channel.value,
    origin: isDefault(item) ? 'default' : 'active',
    doubts: parts.flatMap(({ doubts }) => doubts),
    complete: parts.every(({ complete = true }) => complete),
  };
};

/**
 * Reads the evaluation of a callback as rating 1 or 2. `stated`: the level that two persons stated;
 * it counts only where the level cannot be read.
 */
export const readEvaluation = (
  callback: unknown,
  number: 1 | 2,
  stated?: Level,
): EvaluationReading => {
  if (hasSeveral(callback)) return { ok: false, reason: 'several_evaluations' };
  const item = itemOf(callback);
  if (item === undefined && stated === undefined)
    return { ok: false, reason: 'evaluation_missing' };
  const { value: level, ...rest } = readLevel(item, stated);
  if (level === undefined) return { ok: false, reason: 'level_unreadable' };
  // 追评 is what a resident says after the answer, so it cannot be a default rating.
  if (number === 2 && isDefault(item)) return { ok: false, reason: 'default_follow_up' };
  return { ok: true, evaluation: readItem(item, { value: level, ...rest }, number) };
};
