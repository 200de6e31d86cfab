/** Reads the parts of an evaluation that may be unreadable: it is then stored with its doubts. */
import type { Channel } from '../../rating/channel.ts';
import type { Doubt, Part } from '../../rating/doubt.ts';
import { dissatisfiedLevels } from '../../rating/level.ts';
import {
  codeOf,
  cutText,
  isShownWhole,
  isThere,
  memberOf,
  sentOf,
  textOf,
} from '../../text/sent-value.ts';
import { wordsIn } from '../../text/words-in.ts';
import type { Instant } from '../../time/instant.ts';
import { momentOf } from '../../time/sent-moment.ts';
import { zhejiang } from '../record/zhejiang.table.ts';
import { levelOf } from './read-level.ts';
import { statedPart } from './stated.ts';
import type { StatedParts } from './stated.ts';

/**
 * 系统默认评价: recognized by the documented value of its channel, and by nothing else. The system says
 * no words and nothing bad: such a rating is a resident's, whatever its channel.
 */
export const isDefault = (item: unknown): boolean => {
  const level = levelOf(item);
  const isBad = level !== undefined && dissatisfiedLevels.includes(level);
  const isSaid = isThere(memberOf(item, 'rateText'));
  return textOf(memberOf(item, 'channel')) === zhejiang.defaultChannel && !isBad && !isSaid;
};

export const readChannel = (item: unknown, stated: Channel | undefined): Part<Channel> => {
  const sent = memberOf(item, 'channel');
  const known = zhejiang.channel.nameOf(codeOf(sent) ?? '');
  if (known !== undefined) return { value: known, doubts: [] };
  const complete = isShownWhole(sent);
  if (stated !== undefined) {
    return statedPart(stated, { code: 'channel_stated', sent: sentOf(sent) }, complete);
  }
  // A default rating has no channel of a resident; the province's own site stands for it.
  if (isDefault(item)) return { value: 'portal', doubts: [] };
  return {
    value: 'unknown',
    doubts: [{ code: 'unknown_channel', sent: sentOf(sent) }],
    complete,
  };
};

/** Forty times what a resident may write here, and far below the limit of a stored item. */
const longestWords = 20_000;

const keepWords = (text: string, doubt?: Doubt): Part<string> => {
  const kept = cutText(text, longestWords);
  const doubts: Doubt[] = doubt === undefined ? [] : [doubt];
  if (kept !== text) doubts.push({ code: 'words_cut' });
  if (!kept.isWellFormed()) doubts.push({ code: 'words_damaged' });
  return { value: kept.toWellFormed(), doubts, complete: doubts.length === 0 };
};

export const readWords = (item: unknown, stated: StatedParts['text']): Part<string | undefined> => {
  const sent = memberOf(item, 'rateText');
  const text = textOf(sent);
  if (stated !== undefined) {
    // What came in its place is in the kept callback, which two persons have read.
    return statedPart(stated === null ? undefined : cutText(stated, longestWords), {
      code: 'words_stated',
    });
  }
  if (text !== undefined) return keepWords(text);
  return isThere(sent)
    ? keepWords(wordsIn(sent), { code: 'words_in_other_form' })
    : { value: undefined, doubts: [] };
};

export const readTime = (item: unknown, stated: Instant | undefined): Part<Instant | undefined> => {
  const sent = memberOf(item, 'assessTime');
  const value = momentOf(sent);
  if (value !== undefined) return { value, doubts: [] };
  const complete = isShownWhole(sent);
  return stated === undefined
    ? { value, doubts: [{ code: 'unreadable_time', sent: sentOf(sent) }], complete }
    : statedPart(stated, { code: 'time_stated', sent: sentOf(sent) }, complete);
};

/** The operation decides which rating it is; 评价次数 should say the same. */
export const readNumber = (item: unknown, number: 1 | 2): Part<1 | 2> => {
  const sent = memberOf(item, 'number');
  if (codeOf(sent) === String(number)) return { value: number, doubts: [] };
  return {
    value: number,
    doubts: [{ code: 'number_differs', sent: sentOf(sent) }],
    complete: isShownWhole(sent),
  };
};

const longestId = 64;

/** Reads the center's own id; undefined when it sent none that can be one. */
export const readId = (item: unknown): Part<string | undefined> => {
  const sent = memberOf(item, 'id');
  const id = textOf(sent);
  const isUsable = id !== undefined && id.length <= longestId && id.isWellFormed();
  return { value: isUsable ? id : undefined, doubts: [], complete: isUsable || !isThere(sent) };
};
