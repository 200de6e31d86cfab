/** The phrases that explain a deadline in Chinese. */
import type { Term } from '../deadline.ts';
import { civilDateOf, clockText, dayNumber, monthNumber, weekdayOf, yearOf } from '../instant.ts';
import type { CivilDate } from '../instant.ts';
import type { Count, CountedDay, DayReason } from './count.ts';
import type { Break, Phrases } from './phrases.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

const formatDayMonth = (date: CivilDate): string => `${monthNumber(date)}月${dayNumber(date)}日`;
const formatWeekday = (date: CivilDate): string =>
  `${formatDayMonth(date)}（星期${WEEKDAYS[weekdayOf(date) - 1]}）`;
const formatFullDate = (date: CivilDate): string => `${yearOf(date)}年${formatWeekday(date)}`;

const describeBreak = ({ first, last }: Break): string => {
  if (first === last) return formatWeekday(first);
  const end =
    monthNumber(first) === monthNumber(last) ? `${dayNumber(last)}日` : formatDayMonth(last);
  return `${formatDayMonth(first)}至${end}`;
};

const reasons: Readonly<Record<DayReason, string>> = {
  weekday: '工作日',
  makeup: '调休上班',
  weekend: '周末休息',
  holiday: '放假',
  receipt_day: '收到当日',
  after_cut_off: '收到时已过当日截止时间',
  calendar_day: '按自然日计算',
  next_working_day: '期限届满日为休息日，顺延至本日',
};

/** A holiday is told by its name. */
const dayReason = ({ because, name }: CountedDay): string =>
  [because === 'holiday' && name, reasons[because]].filter(Boolean).join('');

const describeReceipt = ({ received, startedOn, days }: Count): string => {
  const on = civilDateOf(received.at);
  const came = `${formatFullDate(on)}${clockText(received.at)}收到`;
  if (startedOn === undefined) return came;
  if (startedOn === on) return `${came}，当日不计入`;
  const late = days.some(({ because }) => because === 'after_cut_off');
  const why = late ? '已过当日截止时间' : '当日为休息日';
  return `${came}，${why}，视为${formatWeekday(startedOn)}收到，该日不计入`;
};

const units: Readonly<Record<Term['unit'], string>> = {
  working_day: '个工作日',
  calendar_day: '个自然日',
};

const unitOf = ({ received }: Count): string => units[received.term.unit];

const describeDue = (count: Count): string => {
  if (count.due.state === 'running') {
    return `截止时间为${formatFullDate(count.due.dueOn)}${clockText(count.due.dueAt)}`;
  }
  const { year } = count.due;
  const counted = count.days.filter((day) => day.counts).length;
  const sofar = counted > 0 ? `数至${year - 1}年12月31日已计${counted}${unitOf(count)}，` : '';
  return `${sofar}${year}年节假日安排尚未公布，截止时间暂不能确定，公布后自动计算`;
};

export const chinese: Phrases = {
  day: (day) => `${formatWeekday(day.date)}${day.counts ? '计入' : '不计入'}：${dayReason(day)}`,
  receipt: describeReceipt,
  term: (count) => `期限${count.received.term.amount}${unitOf(count)}`,
  makeup: (day) => `${formatWeekday(day.date)}计入：调休上班`,
  holiday: (off) => `${describeBreak(off)}不计入：${off.name}放假`,
  weekends: (days) => `周末休息${days}天不计入`,
  moved: (nominal, moved) =>
    `期限届满日${formatWeekday(nominal)}为休息日，顺延至${formatWeekday(moved)}`,
  due: describeDue,
  sentence: ({ receipt, term, exceptions, due }) => {
    const rest = exceptions.length > 0 ? `${exceptions.join('；')}。` : '';
    return `${receipt}；${term}。${rest}${due}。`;
  },
};
