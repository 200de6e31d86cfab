import { zoneOf } from './civil-time.ts';
import type { Zone } from './civil-time.ts';
import { ScheduleError } from './cron-field.ts';
import { parseCron } from './cron.ts';
import { repeatEvery, onceAt } from './timetable.ts';
import type { Timetable } from './timetable.ts';

const UNIT_MS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

const parseRate = (text: string): Timetable => {
  const [, count = '', unit = '', plural = ''] = /^(\d+) (minute|hour|day)(s?)$/.exec(text) ?? [];
  const period = Number(count) * (UNIT_MS[unit] ?? 0);
  if (period === 0) throw new RangeError('rate takes a positive number and minutes, hours or days');
  if ((Number(count) === 1) === (plural === 's'))
    throw new RangeError('rate takes the singular for 1 and the plural for more');
  return repeatEvery(period);
};

/** `Date` rolls over a date that does not exist (30 February), so the result differs. */
const isReal = (text: string): boolean => {
  const parsed = Date.parse(`${text}Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString() === `${text}.000Z`;
};

const parseAt = (text: string, zone: Zone): Timetable => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(text)?.slice(1).map(Number);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts ?? [];
  const exists = parts !== undefined && isReal(text);
  const start = exists ? zone.instant({ year, month, day }, hour * 60 + minute) : undefined;
  if (start === undefined) throw new RangeError('at takes an existing yyyy-mm-ddThh:mm:ss');
  return onceAt(start + second * 1000);
};

const timetableOf = (kind: string, inner: string, zone: Zone): Timetable => {
  if (kind === 'rate') return parseRate(inner);
  return kind === 'at' ? parseAt(inner, zone) : parseCron(inner.split(/\s+/), zone);
};

/**
 * Parses `rate(…)`, `cron(…)` or `at(…)` as EventBridge does. Throws `ScheduleError` for what it
 * would refuse, `RangeError` for an unknown time zone.
 */
export const parseSchedule = (expression: string, timeZone: string): Timetable => {
  const zone = zoneOf(timeZone);
  const [, kind = '', inner = ''] = /^(rate|cron|at)\((.+)\)$/.exec(expression.trim()) ?? [];
  if (kind === '') throw new ScheduleError(expression, 'expected rate(…), cron(…) or at(…)');
  try {
    return timetableOf(kind, inner.trim(), zone);
  } catch (error) {
    if (error instanceof RangeError) throw new ScheduleError(expression, error.message);
    throw error;
  }
};
