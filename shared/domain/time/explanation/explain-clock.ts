/** Explains the deadline of a clock in words: how it was counted, and how pauses changed it. */
import type { Language } from '../../text/language.ts';
import type { Clock, OpenClock, PendingClock, Timetable } from '../deadline.ts';
import { clockPhrases } from './clock-phrase.ts';
import { explainDue } from './explain.ts';
import type { ExplainedDay } from './explain.ts';

export interface ClockInWords {
  readonly sentence: string;
  /** Each day from receipt to the due moment without pauses; empty once the clock has ended. */
  readonly days: readonly ExplainedDay[];
}

const pausesInWords = (clock: OpenClock, language: Language): readonly string[] => {
  const phrases = clockPhrases[language];
  const over = clock.pauses.map(({ from, to }) => phrases.paused(from, to));
  // A running clock has none.
  const { pausedAt }: Partial<Omit<PendingClock, 'state'>> = clock;
  if (pausedAt !== undefined) return [...over, phrases.pausedSince(pausedAt)];
  return over.length > 0 && clock.state === 'running'
    ? [...over, phrases.dueNow(clock.dueAt)]
    : over;
};

export const explainClock = (
  timetable: Timetable,
  clock: Clock,
  language: Language,
): ClockInWords => {
  const phrases = clockPhrases[language];
  if (clock.state === 'met') return { sentence: phrases.met(clock), days: [] };
  if (clock.state === 'stopped') return { sentence: phrases.stopped(clock.at), days: [] };
  const received = { at: clock.startedAt, term: clock.term };
  const { sentence, days } = explainDue(timetable, received, language);
  const space = language === 'en' ? ' ' : '';
  return { sentence: [sentence, ...pausesInWords(clock, language)].join(space), days };
};
