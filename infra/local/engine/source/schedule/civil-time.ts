import type { EpochMs } from '../../clock.ts';

export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

interface CivilMinute extends CivilDay {
  /** Minutes since 00:00 on the wall clock. */
  readonly minute: number;
}

/** A time zone of the IANA database, as far as schedules need it. */
export interface Zone {
  civil(at: EpochMs): CivilMinute;
  /** Undefined when the wall clock skips that minute; the first of the two when it occurs twice. */
  instant(day: CivilDay, minute: number): EpochMs | undefined;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export const dayNumber = ({ year, month, day }: CivilDay): number =>
  Date.UTC(year, month - 1, day) / DAY_MS;

export const dayOf = (number: number): CivilDay => {
  const date = new Date(number * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** 1 is Sunday and 7 is Saturday, as in AWS cron expressions. */
export const weekdayOf = (day: CivilDay): number =>
  new Date(dayNumber(day) * DAY_MS).getUTCDay() + 1;

export const lastDayOfMonth = ({ year, month }: CivilDay): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Returns the wall clock time as if it were UTC. */
const wallClock = (format: Intl.DateTimeFormat, at: EpochMs): EpochMs => {
  const fields = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const readField = (type: Intl.DateTimeFormatPartTypes) => fields.get(type) ?? 0;
  const [year, month, day] = [readField('year'), readField('month'), readField('day')];
  return Date.UTC(
    year,
    month - 1,
    day,
    readField('hour'),
    readField('minute'),
    readField('second'),
  );
};

const formatFor = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

/** Throws `RangeError` for a zone that does not exist. */
export const zoneOf = (timeZone: string): Zone => {
  const format = formatFor(timeZone);
  const offsetAt = (at: EpochMs) => wallClock(format, at) - Math.floor(at / 1000) * 1000;
  return {
    civil(at) {
      const shown = wallClock(format, at);
      const number = Math.floor(shown / DAY_MS);
      return { ...dayOf(number), minute: Math.floor((shown - number * DAY_MS) / MINUTE_MS) };
    },
    instant(day, minute) {
      const shown = dayNumber(day) * DAY_MS + minute * MINUTE_MS;
      const before = shown - offsetAt(shown - DAY_MS);
      const after = shown - offsetAt(shown + DAY_MS);
      if (before === after) return before;
      const real = [before, after].filter((at) => wallClock(format, at) === shown);
      return real.length === 0 ? undefined : Math.min(...real);
    },
  };
};
