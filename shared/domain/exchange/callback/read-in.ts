import { memberOf } from '../../text/sent-value.ts';
import { itemOf } from './read-evaluation.ts';
import { levelOf } from './read-level.ts';
import { isDefault, readChannel, readTime, readWords } from './read-parts.ts';
import { readTags } from './read-tags.ts';
import type { StatedParts } from './stated.ts';

const isWhole = (text: string | undefined): boolean =>
  text !== undefined && !text.includes('\uFFFD');

/** Returns what can be read in the evaluation of a callback; nobody can state it otherwise. */
export const readIn = (callback: unknown, number: 1 | 2): StatedParts => {
  const item = itemOf(callback);
  const tags = readTags(memberOf(item, 'evaluationTagItemModelList'));
  const isTagged =
    tags.value.length > 0 && tags.doubts.every(({ code }) => code !== 'unreadable_indicator');
  const text = readWords(item, undefined).value;
  const channel = readChannel(item, undefined).value;
  const isOpen = channel === 'unknown' || (number === 2 && isDefault(item));
  return {
    level: levelOf(item),
    tags: isTagged ? tags.value : undefined,
    text: isWhole(text) ? text : undefined,
    at: readTime(item, undefined).value,
    channel: isOpen ? undefined : channel,
  };
};
