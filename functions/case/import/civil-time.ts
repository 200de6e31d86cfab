import { parseInstant } from '../../../shared/domain/time/instant.ts';

export type TimeReading =
  | { readonly ok: true; readonly at: string }
  | { readonly ok: false; readonly problem: 'ambiguous_time' | 'day_without_time' | 'not_a_time' };

const day = String.raw`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})`;
/** After a colon stand two digits: a single one is what is left of a cell that was cut. */
const digital = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?`;
const spoken = String.raw`(\d{1,2})[时点](\d{1,2})(?:分(?:(\d{1,2})秒?)?)?`;
const clock = String.raw`(上午|下午|AM|PM)?\s*(?:${digital}|${spoken})\s*(AM|PM)?`;
const offset = String.raw`(Z|[+-]\d{2}:?\d{2})?`;

/** Year first, as Chinese spreadsheets write it: month and day cannot be confused. */
const spreadsheetForm = new RegExp(String.raw`^${day}(?:日\s*|T|\s+)${clock}${offset}$`, 'i');
const dayForm = new RegExp(String.raw`^${day}日?$|^\d{8}$`);
const compactForm = /^(\d{4})(\d{2})(\d{2})[T\s]?(\d{2})(\d{2})(\d{2})?$/;
/** Day, month and a two-digit year, in an order that depends on the writer. */
const otherOrder = /^\d{1,2}[-/.月]\d{1,2}/;

const padTwoDigits = (text: string | undefined): string => (text ?? '0').padStart(2, '0');

/** Undefined where the half of the day, said before or after, contradicts the hour or itself. */
const hourOf = (hour: string, halves: readonly string[]): string | undefined => {
  const isLate = halves.map((half) => /^(?:下午|PM)$/i.test(half));
  if (new Set(isLate).size > 1) return undefined;
  const [late] = isLate;
  if (late === undefined) return hour;
  if (Number(hour) > 12) return late ? hour : undefined;
  return String((Number(hour) % 12) + (late ? 12 : 0));
};

const zoneOf = (given: string | undefined): string =>
  (given ?? '+08:00').toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');

const normalizeText = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();

const fromSpreadsheet = (text: string): string | undefined => {
  const found = spreadsheetForm.exec(text);
  if (found === null) return undefined;
  const [, year, month, date, before, ...clockParts] = found;
  const [hour, minute, second] = clockParts[0] === undefined ? clockParts.slice(3) : clockParts;
  const [after, zone] = clockParts.slice(6);
  const halves = [before, after].filter((half) => half !== undefined);
  const hours = hourOf(hour ?? '', halves);
  if (hours === undefined) return undefined;
  const clockText = [hours, minute, second].map(padTwoDigits).join(':');
  return `${year}-${padTwoDigits(month)}-${padTwoDigits(date)}T${clockText}${zoneOf(zone)}`;
};

const fromCompact = (text: string): string | undefined => {
  const found = compactForm.exec(text);
  if (found === null) return undefined;
  const [, year, month, date, hour, minute, second] = found;
  return `${year}-${month}-${date}T${hour}:${minute}:${padTwoDigits(second)}+08:00`;
};

/**
 * Returns the moment in a cell as ISO 8601 with offset. Accepts ISO 8601, or a common form of
 * Chinese spreadsheets in Shanghai time. Refuses a date without a time and an ambiguous order,
 * because a deadline depends on it.
 */
export const civilTime = (given: string): TimeReading => {
  const text = normalizeText(given);
  const at = fromSpreadsheet(text) ?? fromCompact(text) ?? text;
  if (parseInstant(at) !== undefined) return { ok: true, at };
  if (dayForm.test(text)) return { ok: false, problem: 'day_without_time' };
  return { ok: false, problem: otherOrder.test(text) ? 'ambiguous_time' : 'not_a_time' };
};
