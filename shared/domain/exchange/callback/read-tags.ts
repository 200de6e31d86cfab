import type { Part } from '../../rating/doubt.ts';
import { codeOf, isShownWhole, memberOf, readList, sentOf } from '../../text/sent-value.ts';
import { saysMore } from './other-members.ts';

/** The first digit of a code is a level. */
const tagForm = /^[1-5]\d{2}$/;

/** A rating names this many values that are no tags; more are found in the kept callback. */
const mostNamed = 20;

/** Codes in one text; a text with anything else in it is read as one value. */
const codesForm = /^\s*\d+(?:\s*[,，、;；]\s*\d+)+\s*$/;

const valuesIn = (from: unknown): readonly unknown[] => {
  if (typeof from === 'string' && codesForm.test(from)) return from.split(/[,，、;；]/);
  const { items, complete } = readList(from);
  return complete ? items : [from];
};

/**
 * Reads the tags of an evaluation from its list, or from what came in the place of one; `stated`: those
 * that two persons read in it besides.
 */
export const readTags = (
  from: unknown,
  stated: readonly string[] = [],
): Part<readonly string[]> => {
  const values = valuesIn(from);
  const sent = values.map((tag) => memberOf(tag, 'tagCode') ?? tag);
  const codes = sent.flatMap((tag) => codeOf(tag)?.match(tagForm)?.[0] ?? []);
  const unread = sent.filter((tag) => !tagForm.test(codeOf(tag) ?? ''));
  const others = [...new Set(unread.map((tag) => sentOf(tag)))];
  const repeated = new Set(codes.filter((code, index) => codes.indexOf(code) !== index));
  return {
    value: [...new Set([...codes, ...stated])],
    doubts: [
      ...(stated.length > 0 ? [{ code: 'tags_stated' as const }] : []),
      ...[...repeated].map((code) => ({ code: 'duplicate_indicator' as const, sent: code })),
      ...others
        .slice(0, mostNamed)
        .map((one) => ({ code: 'unreadable_indicator' as const, sent: one })),
    ],
    complete:
      others.length <= mostNamed &&
      unread.every((tag) => isShownWhole(tag)) &&
      !values.some((tag) => saysMore(tag, 'tag')),
  };
};
