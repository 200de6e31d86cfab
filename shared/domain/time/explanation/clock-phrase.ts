import type { Language } from '../../text/language.ts';
import type { MetClock } from '../deadline.ts';
import { civilDateOf, clockText, dayNumber, monthNumber, yearOf } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { monthInEnglish } from './month-name.ts';

/** What is said about a clock in addition to the count of its days; each is a whole sentence. */
export interface ClockPhrases {
  readonly met: (clock: MetClock) => string;
  readonly stopped: (at: Instant) => string;
  readonly paused: (from: Instant, to: Instant) => string;
  readonly pausedSince: (at: Instant) => string;
  /** The due moment after pauses. */
  readonly dueNow: (at: Instant) => string;
}

const momentIn: Readonly<Record<Language, (at: Instant) => string>> = {
  zh: (at) => {
    const date = civilDateOf(at);
    return `${yearOf(date)}年${monthNumber(date)}月${dayNumber(date)}日${clockText(at)}`;
  },
  en: (at) => {
    const date = civilDateOf(at);
    return `${dayNumber(date)} ${monthInEnglish(date)} ${yearOf(date)} at ${clockText(at)}`;
  },
};

const { zh, en } = momentIn;

export const clockPhrases: Readonly<Record<Language, ClockPhrases>> = {
  zh: {
    met: ({ at, late, dueAt }) =>
      late && dueAt !== undefined
        ? `已于${zh(at)}完成，超过截止时间${zh(dueAt)}。`
        : `已于${zh(at)}按期完成。`,
    stopped: (at) => `${zh(at)}起不再计时。`,
    paused: (from, to) => `${zh(from)}至${zh(to)}暂停计时。`,
    pausedSince: (at) => `自${zh(at)}起暂停计时，恢复后按剩余工作时间继续计算。`,
    dueNow: (at) => `顺延后的截止时间为${zh(at)}。`,
  },
  en: {
    met: ({ at, late, dueAt }) =>
      late && dueAt !== undefined
        ? `Done on ${en(at)}, after it was due on ${en(dueAt)}.`
        : `Done in time on ${en(at)}.`,
    stopped: (at) => `No longer counted since ${en(at)}.`,
    paused: (from, to) => `Paused from ${en(from)} to ${en(to)}.`,
    pausedSince: (at) =>
      `Paused since ${en(at)}; the remaining working time runs on when it resumes.`,
    dueNow: (at) => `After the pauses it is due on ${en(at)}.`,
  },
};
