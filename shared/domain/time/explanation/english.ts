/** The phrases that explain a deadline in English. */
import type { Term } from '../deadline.ts';
import { civilDateOf, clockText, dayNumber, weekdayOf, yearOf } from '../instant.ts';
import type { CivilDate } from '../instant.ts';
import type { Count, CountedDay, DayReason } from './count.ts';
import { holidayInEnglish } from './holiday-name.ts';
import { monthInEnglish } from './month-name.ts';
import type { Break, Phrases } from './phrases.ts';

const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const formatDayMonth = (date: CivilDate): string => `${dayNumber(date)} ${monthInEnglish(date)}`;
const formatWeekday = (date: CivilDate): string =>
  `${WEEKDAYS[weekdayOf(date) - 1]} ${formatDayMonth(date)}`;
const formatFullDate = (date: CivilDate): string => `${formatWeekday(date)} ${yearOf(date)}`;

const describeBreak = ({ first, last }: Break): string => {
  if (first === last) return `${formatWeekday(first)} does`;
  const start =
    monthInEnglish(first) === monthInEnglish(last)
      ? String(dayNumber(first))
      : formatDayMonth(first);
  return `${start} to ${formatDayMonth(last)} do`;
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

const describeReceipt = ({ received, startedOn, days }: Count): string => {
  const on = civilDateOf(received.at);
  const came = `Received on ${formatFullDate(on)} at ${clockText(received.at)}`;
  if (startedOn === undefined) return came;
  if (startedOn === on) return `${came}; that day does not count`;
  const late = days.some(({ because }) => because === 'after_cut_off');
  const why = late ? 'after the cut-off' : 'a day off';
  return `${came}, ${why}; taken as received on ${formatWeekday(startedOn)}, which does not count`;
};

const units: Readonly<Record<Term['unit'], string>> = {
  working_day: 'working day',
  calendar_day: 'calendar day',
};

const formatDayCount = (amount: number, unit: Term['unit']): string =>
  `${amount} ${units[unit]}${amount === 1 ? '' : 's'}`;

const describeDue = (count: Count): string => {
  if (count.due.state === 'running') {
    return `Due on ${formatFullDate(count.due.dueOn)} at ${clockText(count.due.dueAt)}`;
  }
  const { year } = count.due;
  const number = count.days.filter((day) => day.counts).length;
  const reached = formatDayCount(number, count.received.term.unit);
  const sofar = number > 0 ? `${reached} counted up to 31 December ${year - 1}; the` : 'The';
  return `${sofar} holiday notice for ${year} is not published yet, so the due date is open and will be set when it is`;
};

export const english: Phrases = {
  day: (day) =>
    `${formatWeekday(day.date)} ${day.counts ? 'counts' : 'does not count'}: ${dayReason(day)}`,
  receipt: describeReceipt,
  term: ({ received }) => `The term is ${formatDayCount(received.term.amount, received.term.unit)}`,
  makeup: (day) => `${formatWeekday(day.date)} counts (make-up working day)`,
  holiday: (off) => `${describeBreak(off)} not count (${holidayInEnglish(off.name)})`,
  weekends: (days) =>
    days === 1 ? '1 weekend day does not count' : `${days} weekend days do not count`,
  moved: (nominal, moved) =>
    `${formatWeekday(nominal)} is a day off, so the term ends on ${formatWeekday(moved)}`,
  due: describeDue,
  sentence: ({ receipt, term, exceptions, due }) => {
    const rest = exceptions.length > 0 ? `: ${exceptions.join('; ')}` : '';
    return `${receipt}. ${term}${rest}. ${due}.`;
  },
};
