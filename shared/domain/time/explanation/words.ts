/** Composes the sentence about a deadline from the phrases of a language. */
import type { Language } from '../../text/language.ts';
import { compareTexts } from '../../text/order.ts';
import type { Term } from '../deadline.ts';
import { nextDate } from '../instant.ts';
import type { CivilDate } from '../instant.ts';
import { chinese } from './chinese.ts';
import type { Count, CountedDay } from './count.ts';
import { english } from './english.ts';
import type { Break, Phrases } from './phrases.ts';

const phrasesIn: Readonly<Record<Language, Phrases>> = { zh: chinese, en: english };

const breaksIn = (days: readonly CountedDay[]): readonly Break[] => {
  const breaks: Break[] = [];
  for (const { because, date, name } of days) {
    if (because !== 'holiday' || name === undefined) continue;
    const open = breaks.at(-1);
    const goesOn = open && open.name === name && nextDate(open.last) === date;
    if (goesOn) breaks[breaks.length - 1] = { ...open, last: date };
    else breaks.push({ name, first: date, last: date });
  }
  return breaks;
};

interface Placed {
  readonly date: CivilDate;
  readonly phrase: string;
}

const workingDayExceptions = (days: readonly CountedDay[], phrases: Phrases): readonly string[] => {
  const makeups: readonly Placed[] = days
    .filter((day) => day.because === 'makeup')
    .map((day) => ({ date: day.date, phrase: phrases.makeup(day) }));
  const holidays: readonly Placed[] = breaksIn(days).map((off) => ({
    date: off.first,
    phrase: phrases.holiday(off),
  }));
  const named = [...makeups, ...holidays].toSorted((a, b) => compareTexts(a.date, b.date));
  const weekends = days.filter((day) => day.because === 'weekend').length;
  return [
    ...named.map(({ phrase }) => phrase),
    ...(weekends > 0 ? [phrases.weekends(weekends)] : []),
  ];
};

const calendarDayExceptions = (
  days: readonly CountedDay[],
  phrases: Phrases,
): readonly string[] => {
  const nominal = days.findLast((day) => day.counts);
  const moved = days.find((day) => day.because === 'next_working_day');
  return nominal && moved ? [phrases.moved(nominal.date, moved.date)] : [];
};

const exceptionsIn: Readonly<
  Record<Term['unit'], (days: readonly CountedDay[], phrases: Phrases) => readonly string[]>
> = { working_day: workingDayExceptions, calendar_day: calendarDayExceptions };

export const dayText = (day: CountedDay, language: Language): string =>
  phrasesIn[language].day(day);

export const sentenceOf = (count: Count, language: Language): string => {
  const phrases = phrasesIn[language];
  const { startedOn } = count;
  const days = count.days.filter(({ date }) => date > (startedOn ?? date));
  const exceptions = exceptionsIn[count.received.term.unit](days, phrases);
  return phrases.sentence({
    receipt: phrases.receipt(count),
    term: phrases.term(count),
    exceptions,
    due: phrases.due(count),
  });
};
