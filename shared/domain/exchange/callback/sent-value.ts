/**
 * Reads single values of a callback. Its SDK gives types, and a center in operation also sends
 * numbers as texts, texts as numbers, and null for a list; the value counts, not its type.
 */
import { valuesOf } from '../../text/members-twice.ts';
import { fromEpoch, parseInstant, toEpoch } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import { instantOfWire } from '../record/wire-time.ts';

/**
 * Returns a member of an object, and a list of the values of one that came more than once; undefined
 * for anything else.
 */
export const memberOf = (from: unknown, name: string): unknown => {
  if (typeof from !== 'object' || from === null) return undefined;
  const members = from as Readonly<Record<string, unknown>>;
  return Object.hasOwn(members, name) ? members[name] : valuesOf(members, name);
};

/** Whether there is anything: null, blanks, and a list or an object without content are nothing. */
export const isThere = (from: unknown): boolean => {
  if (typeof from === 'object' && from !== null) return Object.keys(from).length > 0;
  return from !== undefined && from !== null && !(typeof from === 'string' && from.trim() === '');
};

/** What came for a list. */
export interface SentList {
  readonly items: readonly unknown[];
  /** False: something came that is no list. */
  readonly complete: boolean;
}

/** Reads a list: nothing is an empty one, and an object that came alone is a list of one. */
export const readList = (from: unknown): SentList => {
  if (Array.isArray(from)) return { items: from, complete: true };
  if (!isThere(from)) return { items: [], complete: true };
  return typeof from === 'object'
    ? { items: [from], complete: true }
    : { items: [], complete: false };
};

/** Returns a text or a number as text; undefined for an empty text and for anything else. */
export const textOf = (from: unknown): string | undefined => {
  const text = typeof from === 'number' ? String(from) : from;
  if (typeof text !== 'string') return undefined;
  return text.trim() === '' ? undefined : text.trim();
};

/** Returns a code; whole numbers in the shortest form, so `02`, `2.0` and 2 are equal. */
export const codeOf = (from: unknown): string | undefined => {
  const text = textOf(from);
  return text !== undefined && /^\d{1,9}(?:\.0{1,9})?$/.test(text) ? String(Number(text)) : text;
};

/** No code, number or time is longer. */
const longestSent = 64;

/** Cuts a text without leaving half a character. */
export const cutText = (text: string, longest: number): string => {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(longest - 1)) ? longest - 1 : longest;
  return text.length > longest ? text.slice(0, end) : text;
};

/** Returns what came, for staff: a short value, or the type of what is none. */
export const sentOf = (from: unknown): string | undefined => {
  if (from === undefined) return undefined;
  const isShort = from === null || typeof from === 'boolean';
  const text = textOf(from) ?? (isShort ? String(from) : typeof from);
  return cutText(text, longestSent).toWellFormed();
};

/** Whether `sentOf` shows everything that came. */
export const isShownWhole = (from: unknown): boolean =>
  !isThere(from) || typeof from === 'boolean' || sentOf(from) === textOf(from);

/** As `fromEpoch`; undefined out of range. */
const instantOfEpoch = (ms: number): Instant | undefined => {
  try {
    return fromEpoch(ms);
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
};

const wireForms = ['yyyy-MM-dd HH:mm:ss', 'yyyyMMddHHmmss'] as const;

/** The numbers of a local time, as Java writes a `LocalDateTime`: up to the nanoseconds. */
const momentOfNumbers = (from: readonly unknown[]): Instant | undefined => {
  const texts = from.map((one) => textOf(one) ?? '');
  const isLocal = texts.length >= 5 && texts.length <= 7;
  if (!isLocal || !texts.every((one) => /^\d{1,9}$/.test(one))) return undefined;
  const [year, month, day, hour, minute, second = '00', nano = '0'] = texts.map((one) =>
    one.padStart(2, '0'),
  );
  const at = instantOfWire(
    'yyyy-MM-dd HH:mm:ss',
    `${year}-${month}-${day} ${hour}:${minute}:${second}`,
  );
  return at && fromEpoch(toEpoch(at) + Math.floor(Number(nano) / 1_000_000));
};

/**
 * Parses a moment of the center: Shanghai local time, milliseconds since 1970 as Java writes a
 * `Date`, its list of numbers, or ISO 8601 with an offset. Returns undefined for any other form and
 * out of range.
 */
export const momentOf = (from: unknown): Instant | undefined => {
  if (Array.isArray(from)) return momentOfNumbers(from);
  const text = textOf(from);
  if (text === undefined) return undefined;
  for (const form of wireForms) {
    const at = instantOfWire(form, text);
    if (at !== undefined) return at;
  }
  return /^\d{1,13}$/.test(text) ? instantOfEpoch(Number(text)) : parseInstant(text);
};
