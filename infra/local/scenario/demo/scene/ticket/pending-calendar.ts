import { CalendarLoaded } from '../../../../../../events/calendar/calendar.ts';
import type { CalendarYearFacts } from '../../../../../../events/calendar/calendar.ts';
import { civilDate, nextDate } from '../../../../../../shared/domain/time/instant.ts';
import { expectPresent, expectThat } from '../../../player/expectation.ts';
import { playByTwo } from '../../../player/two-persons.ts';
import { supervisor } from '../../case-maker.ts';
import type { Stage } from '../../stage.ts';
import { viewYear } from '../../timetable.ts';
import { findBad, readTicket, ticketOf } from './ticket.ts';

const nameOf = (holiday: string): string => `${holiday}（演示假设，非正式通知）`;

/** A year of the usual form, assumed: it has no notice, and every name says so. */
const assumeYear = (year: number): CalendarYearFacts => {
  const assume = (name: string, first: string, days: number) => {
    const begin = expectPresent(civilDate(`${year}-${first}`), 'a day of the year');
    const off = Array.from({ length: days }, (_, index) => nextDate(begin, index));
    return { name: nameOf(name), off, makeup: [] };
  };
  return {
    assumed: true,
    notices: [],
    holidays: [
      assume('元旦', '01-01', 1),
      assume('春节', '02-05', 8),
      assume('清明节', '04-04', 3),
      assume('劳动节', '05-01', 5),
      assume('端午节', '06-09', 3),
      assume('中秋节', '09-15', 3),
      assume('国庆节', '10-01', 7),
    ],
  };
};

const rehearseYear = async (stage: Stage, year: number): Promise<void> => {
  const given = { by: 'sysadmin', at: { year }, body: assumeYear(year) };
  const { differing, counts } = await stage.play('rehearseCalendar', given);
  expectThat(counts.noLongerWaiting > 0, 'deadlines would get their dates', counts);
  stage.tell.pass(
    `模拟测算：${differing} 件未办结工单的期限将变动，尚未作任何更改`,
    `dry run: the deadlines of ${differing} open tickets would move; nothing is changed yet`,
  );
};

const loadYear = async (stage: Stage, year: number): Promise<void> => {
  const given = { by: 'sysadmin', and: 'sysadmin-2', at: { year }, body: assumeYear(year) };
  const loading = { given, result: CalendarLoaded };
  const { changed, source } = await playByTwo(stage, 'loadCalendar', loading);
  expectThat(changed && source === 'assumed', 'the year is new, and named as assumed', source);
  stage.afterwards.push({
    zh: `${year} 年的节假日是演示假设的；正式通知公布后请用 PUT /v1/calendar/${year} 覆盖`,
    en: `the holidays of ${year} are the demo’s assumption; PUT /v1/calendar/${year} replaces them`,
  });
};

const showWaiting = async (stage: Stage, ticketId: string, year: number): Promise<void> => {
  const { tell } = stage;
  tell.scene('待公布节假日安排', 'A deadline waits for its calendar');
  const query = { view: 'pending_calendar', limit: 100 };
  const { tickets } = await stage.play('listTickets', { by: supervisor, query });
  const isListed = tickets.some(({ id }) => id === ticketId);
  expectThat(isListed, 'the ticket is listed as waiting', tickets.length);
  const { clocks } = await readTicket(stage, ticketId);
  tell.quote(clocks.rectify.sentence);
  const before = await viewYear(stage, year);
  expectThat(before.source === 'none' && before.waiting > 0, 'the year is not known', before);
  tell.pass(
    `${year} 年节假日安排尚未公布，${before.waiting} 件工单的期限待定`,
    `no holiday notice for ${year} yet: the deadlines of ${before.waiting} tickets wait`,
  );
  tell.say(
    '两名管理员先测算、再载入演示假设的节假日安排；未办结工单的期限自动重新计算。',
    'Two administrators try and then load an assumed year; open tickets are recounted automatically.',
  );
  await rehearseYear(stage, year);
  await loadYear(stage, year);
  // The functions cache the rules for a minute. The second recount corrects what the cache missed.
  await stage.clock.pass(10);
  const file = await readTicket(stage, ticketId);
  const counted = file.audit.steps.filter(({ type }) => type === 'recounted');
  expectThat(file.pendingYear === undefined, 'the ticket waits no more', file.pendingYear);
  expectThat(counted.length === 1, 'counted again once', counted.length);
  tell.quote(file.clocks.rectify.sentence);
  tell.pass('期限重新计算一次，并留痕', 'recounted once, with an audit step');
};

/** 待公布日历: a deadline without a calendar waits, and is calculated when the year is loaded. */
export const playPendingCalendar = async (stage: Stage): Promise<void> => {
  const ticketId = ticketOf(findBad(stage, 'app'));
  const { pendingYear } = await readTicket(stage, ticketId);
  if (pendingYear !== undefined) await showWaiting(stage, ticketId, pendingYear);
};
