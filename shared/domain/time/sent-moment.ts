import { textOf } from '../text/sent-value.ts';
import { fromEpoch, instantOfEpoch, parseInstant, toEpoch } from './instant.ts';
import type { Instant } from './instant.ts';
import { instantOfWire } from './wire-time.ts';

const compactForm = 'yyyyMMddHHmmss';

/** Local time as programs and spreadsheets write it: to the minute, the second or a part of it. */
const localForm =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?$/;

const momentOfLocal = (text: string): Instant | undefined => {
  const parts = localForm.exec(text);
  if (parts === null) return undefined;
  const [year, month, day, hour] = [1, 3, 4, 5].map((at) => String(parts[at]).padStart(2, '0'));
  const [, , , , , , minute, second = '00', part = ''] = parts;
  return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}${part}+08:00`);
};

/** The numbers of a local time, as Java writes a `LocalDateTime`: up to the nanoseconds. */
const momentOfNumbers = (from: readonly unknown[]): Instant | undefined => {
  const texts = from.map((one) => textOf(one) ?? '');
  if (texts.length > 7 || !texts.every((one) => /^\d{1,9}$/.test(one))) return undefined;
  const [year, month, day, hour, minute, second = '00', nano = '0'] = texts.map((one) =>
    one.padStart(2, '0'),
  );
  const at = momentOfLocal(`${year}-${month}-${day} ${hour}:${minute}:${second}`);
  return at && fromEpoch(toEpoch(at) + Math.floor(Number(nano) / 1_000_000));
};

/**
 * Parses a moment of another system: Shanghai local time, milliseconds since 1970 as Java writes a
 * `Date`, its list of numbers, or ISO 8601 with an offset. Returns undefined for any other form and
 * out of range.
 */
export const momentOf = (from: unknown): Instant | undefined => {
  if (Array.isArray(from)) return momentOfNumbers(from);
  const text = textOf(from);
  if (text === undefined) return undefined;
  const local = momentOfLocal(text) ?? instantOfWire(compactForm, text);
  if (local !== undefined) return local;
  return /^\d{1,13}$/.test(text) ? instantOfEpoch(Number(text)) : parseInstant(text);
};
