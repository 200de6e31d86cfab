import { civilDateOf, clockText, dayNumber, monthNumber, weekdayOf, yearOf } from '../instant.ts';
import type { CivilDate } from '../instant.ts';
import type { Count, CountedDay, DayReason } from './explain.ts';
import { holidayInEnglish } from './holiday-name.ts';
/** The deadline in English. */
import type { Break, Phrases } from './words.ts';

const WEEKDAYS = [
  '',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const month = (date: CivilDate): string => MONTHS[monthNumber(date) - 1] ?? '';
const bare = (date: CivilDate): string => `${dayNumber(date)} ${month(date)}`;
const named = (date: CivilDate): string => `${WEEKDAYS[weekdayOf(date)]} ${bare(date)}`;
const full = (date: CivilDate): string => `${named(date)} ${yearOf(date)}`;

const span = ({ first, last }: Break): string => {
  if (first === last) return `${named(first)} does`;
  const start = month(first) === month(last) ? String(dayNumber(first)) : bare(first);
  return `${start} to ${bare(last)} do`;
};

const reasons: Readonly<Record<DayReason, string>> = {
  weekday: 'a working day',
  makeup: 'a make-up working day',
  weekend: 'a weekend day off',
  holiday: 'a public holiday',
  receipt_day: 'the day of receipt',
  after_cut_off: 'received after the cut-off of this day',
  calendar_day: 'every calendar day counts',
  next_working_day: 'the term ended on a day off and moves to this day',
};

const dayReason = (day: CountedDay): string =>
  day.because === 'holiday' && day.name ? holidayInEnglish(day.name) : reasons[day.because];

const receipt = ({ received, startedOn, afterCutOff, days }: Count): string => {
  const on = civilDateOf(received.at);
  const came = `Received on ${full(on)} at ${clockText(received.at)}`;
  if (startedOn === undefined) return came;
  if (startedOn === on) return `${came}; that day does not count`;
  const late = afterCutOff && days[0]?.because === 'after_cut_off';
  const why = late ? 'after the cut-off' : 'a day off';
  return `${came}, ${why}; taken as received on ${named(startedOn)}, which does not count`;
};

const counted = (amount: number, unit: 'working_day' | 'calendar_day'): string =>
  `${amount} ${unit === 'working_day' ? 'working' : 'calendar'} day${amount === 1 ? '' : 's'}`;

const due = (count: Count): string => {
  if (count.due.state === 'running') {
    return `Due on ${full(count.due.dueOn)} at ${clockText(count.due.dueAt)}`;
  }
  const { year } = count.due;
  const number = count.days.filter((day) => day.counts).length;
  const reached = counted(number, count.received.term.unit);
  const sofar = number > 0 ? `${reached} counted up to 31 December ${year - 1}; the` : 'The';
  return `${sofar} holiday notice for ${year} is not published yet, so the due date is open and will be set when it is`;
};

export const english: Phrases = {
  day: (day) => `${named(day.date)} ${day.counts ? 'counts' : 'does not count'}: ${dayReason(day)}`,
  receipt,
  term: ({ received }) => `The term is ${counted(received.term.amount, received.term.unit)}`,
  makeup: (day) => `${named(day.date)} counts (make-up working day)`,
  holiday: (off) => `${span(off)} not count (${holidayInEnglish(off.name)})`,
  weekends: (days) =>
    days === 1 ? '1 weekend day does not count' : `${days} weekend days do not count`,
  moved: (nominal, moved) => `${named(nominal)} is a day off, so the term ends on ${named(moved)}`,
  due,
  sentence: ({ receipt, term, exceptions, due }) => {
    const rest = exceptions.length > 0 ? `: ${exceptions.join('; ')}` : '';
    return `${receipt}. ${term}${rest}. ${due}.`;
  },
};
