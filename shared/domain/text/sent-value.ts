/**
 * Reads single values that other systems and devices send of what happened there. The SDK of the
 * provincial center gives types, and a center in operation also sends numbers as texts, texts as
 * numbers, and null for a list; the value counts, not its type.
 */
import { valuesOf } from './members-twice.ts';

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
