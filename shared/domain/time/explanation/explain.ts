/**
 * Explains a deadline in words: every day from receipt to due moment, whether it counts and why,
 * with the notice that says so. For a term without pauses.
 */
import type { Language } from '../../text/language.ts';
import { dueAt, startDate } from '../deadline.ts';
import type { Due, Term, Timetable } from '../deadline.ts';
import { civilDateOf, nextDate, weekdayOf } from '../instant.ts';
import type { CivilDate } from '../instant.ts';
import { dayKind } from '../working-days.ts';
import type { KnownDay } from '../working-days.ts';
import type { Count, CountedDay, Received } from './count.ts';
import { dayText, sentenceOf } from './words.ts';

export type ExplainedDay = CountedDay & { readonly text: string };

export type Explanation = Due & {
  readonly sentence: string;
  readonly days: readonly ExplainedDay[];
};

/**
 * Returns the last day to explain: the due day, or the last day before the year without a notice.
 */
const lastDay = (due: Due): string =>
  due.state === 'running' ? due.dueOn : `${due.year - 1}-12-31`;

const datesBetween = (first: CivilDate, last: string): readonly CivilDate[] => {
  const dates: CivilDate[] = [];
  for (let date = first; date <= last; date = nextDate(date)) dates.push(date);
  return dates;
};

type Verdict = Pick<CountedDay, 'counts' | 'because'>;
type NumberedVerdict = Verdict & Pick<CountedDay, 'number'>;

const beforeStart = (date: CivilDate, kind: KnownDay, startedOn?: CivilDate): Verdict => {
  if (date === startedOn) return { counts: false, because: 'receipt_day' };
  return { counts: false, because: kind.working ? 'after_cut_off' : kind.because };
};

const afterStart = (kind: KnownDay, term: Term, counted: number): Verdict => {
  switch (term.unit) {
    case 'working_day':
      return { counts: kind.working, because: kind.because };
    case 'calendar_day':
      if (counted < term.amount) return { counts: true, because: 'calendar_day' };
      return { counts: false, because: kind.working ? 'next_working_day' : kind.because };
    default:
      return term.unit satisfies never;
  }
};

const countedDay = (date: CivilDate, kind: KnownDay, verdict: NumberedVerdict): CountedDay => ({
  date,
  weekday: weekdayOf(date),
  ...verdict,
  ...(kind.name !== undefined && { name: kind.name, notices: kind.notices }),
});

const countedDays = (timetable: Timetable, count: Omit<Count, 'days'>): readonly CountedDay[] => {
  const { received, startedOn, due } = count;
  const dates = datesBetween(civilDateOf(received.at), lastDay(due));
  let number = 0;
  return dates.map((date) => {
    const kind = dayKind(timetable.calendar, date);
    // Only the inner days of a calendar-day term can be unknown, and those need no reason.
    const known: KnownDay = kind.unknown ? { working: true, because: 'weekday' } : kind;
    const started = date > (startedOn ?? date);
    const verdict = started
      ? afterStart(known, received.term, number)
      : beforeStart(date, known, startedOn);
    if (!verdict.counts) return countedDay(date, known, verdict);
    number += 1;
    return countedDay(date, known, { ...verdict, number });
  });
};

/** Returns the same due moment as `dueAt`, with its count as data and as a sentence. */
export const explainDue = (
  timetable: Timetable,
  received: Received,
  language: Language,
): Explanation => {
  const start = startDate(timetable, received.at);
  const due = dueAt(timetable, received.at, received.term);
  const facts = {
    received,
    ...(start.ok && { startedOn: start.date }),
    due,
  };
  const days = countedDays(timetable, facts);
  const inWords = (day: CountedDay): ExplainedDay => ({ ...day, text: dayText(day, language) });
  return { ...due, sentence: sentenceOf({ ...facts, days }, language), days: days.map(inWords) };
};
