/** A schedule expression that the service would refuse. */
export class ScheduleError extends Error {
  constructor(expression: string, what: string) {
    super(`schedule expression ${expression}: ${what}`);
  }
}

export interface FieldRange {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Names that represent `least`, `least + 1`, … */
  readonly names?: readonly string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

export const MINUTE: FieldRange = { name: 'minutes', least: 0, most: 59 };
export const HOUR: FieldRange = { name: 'hours', least: 0, most: 23 };
export const DAY_OF_MONTH: FieldRange = { name: 'day-of-month', least: 1, most: 31 };
export const MONTH: FieldRange = { name: 'month', least: 1, most: 12, names: MONTHS };
export const DAY_OF_WEEK: FieldRange = { name: 'day-of-week', least: 1, most: 7, names: WEEKDAYS };
export const YEAR: FieldRange = { name: 'year', least: 1970, most: 2199 };

/** Parses one number or name. Throws `RangeError` whose message does not include the expression. */
export const readNumber = (text: string, range: FieldRange): number => {
  const named = range.names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return range.least + named;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= range.least && value <= range.most) return value;
  throw new RangeError(`${text || 'nothing'} is not a value of the field ${range.name}`);
};

const readSpan = (text: string, range: FieldRange, stepped: boolean): readonly [number, number] => {
  if (text === '*') return [range.least, range.most];
  const [from = '', to, ...more] = text.split('-');
  if (more.length > 0) throw new RangeError(`${text} is not a range of the field ${range.name}`);
  const first = readNumber(from, range);
  if (to === undefined) return [first, stepped ? range.most : first];
  const last = readNumber(to, range);
  if (last < first)
    throw new RangeError(`${text} ends before it starts in the field ${range.name}`);
  return [first, last];
};

/** Parses one item between commas: `*`, a value, a range, each with an optional `/step`. */
export const readItem = (item: string, range: FieldRange): readonly number[] => {
  const [span = '', step, ...more] = item.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d{0,3}$/.test(step)))
    throw new RangeError(`${item} has no valid step in the field ${range.name}`);
  const [first, last] = readSpan(span, range, step !== undefined);
  const by = Number(step ?? 1);
  return Array.from(
    { length: Math.floor((last - first) / by) + 1 },
    (_, index) => first + index * by,
  );
};

/** Ascending, without duplicates. */
export const readField = (field: string, range: FieldRange): readonly number[] => {
  const values = field.split(',').flatMap((item) => readItem(item, range));
  return [...new Set(values)].sort((a, b) => a - b);
};
