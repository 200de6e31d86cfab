/**
 * Reads single values of a callback. Its SDK gives types, and a center in operation also sends
 * numbers as texts, texts as numbers, and null for a list; the value counts, not its type.
 */
import { fromEpoch, parseInstant } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import { instantOfWire } from '../record/wire-time.ts';

/** Returns a member of an object; undefined for anything else. */
export const memberOf = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null && Object.hasOwn(from, name)
    ? (from as Readonly<Record<string, unknown>>)[name]
    : undefined;

export const listOf = (from: unknown): readonly unknown[] => (Array.isArray(from) ? from : []);

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
  const text = textOf(from) ?? (from === null ? 'null' : typeof from);
  return cutText(text, longestSent).toWellFormed();
};

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

/**
 * Parses a moment of the center: Shanghai local time, milliseconds since 1970 as Java writes a
 * `Date`, or ISO 8601 with an offset. Returns undefined for any other form and out of range.
 */
export const momentOf = (from: unknown): Instant | undefined => {
  const text = textOf(from);
  if (text === undefined) return undefined;
  for (const form of wireForms) {
    const at = instantOfWire(form, text);
    if (at !== undefined) return at;
  }
  return /^\d{1,13}$/.test(text) ? instantOfEpoch(Number(text)) : parseInstant(text);
};
