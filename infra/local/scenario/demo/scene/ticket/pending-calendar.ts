import { CalendarLoaded } from '../../../../../../events/calendar/calendar.ts';
import type { CalendarYearFacts } from '../../../../../../events/calendar/calendar.ts';
import { TicketList } from '../../../../../../events/ticket/view.ts';
import { officialCalendarYears } from '../../../../../../shared/domain/calendar/years.table.ts';
import { fromEpoch } from '../../../../../../shared/domain/time/instant.ts';
import { expectBody, expectThat, NotAsTold } from '../../expectation.ts';
import { supervisor } from '../../fresh-case.ts';
import type { Stage } from '../../stage.ts';
import { yearView } from '../../timetable.ts';
import { badBy, fileOf, ticketOf } from './ticket.ts';

const minutes = 60_000;

const nameOf = (holiday: string): string => `${holiday}（演示假设，非正式通知）`;

/**
 * The holidays whose date never moves, and no make-up days. No notice says so for that year: the
 * newest one that is known stands for the form, and every name says that this is the demo's.
 */
const assumeYear = (year: number): CalendarYearFacts => {
  const notice = officialCalendarYears.at(-1)?.notices[0];
  if (notice === undefined) throw new NotAsTold('a notice to name', 'came: none');
  const datesIn = (month: string, ...of: readonly string[]) =>
    of.map((day) => `${year}-${month}-${day}`);
  return {
    notices: [notice],
    holidays: [
      { name: nameOf('元旦'), off: datesIn('01', '01'), makeup: [] },
      { name: nameOf('劳动节'), off: datesIn('05', '01', '02'), makeup: [] },
      { name: nameOf('国庆节'), off: datesIn('10', '01', '02', '03'), makeup: [] },
    ],
  };
};

const loadYear = async (stage: Stage, year: number): Promise<void> => {
  const admin = await stage.as('sysadmin');
  const put = await admin.put(`/v1/calendar/${year}`, assumeYear(year));
  const { changed, version } = expectBody(put, 200, CalendarLoaded);
  expectThat(changed, 'the year is new', version);
  stage.afterwards.push({
    zh: `${year} 年的节假日是演示假设的；正式通知公布后请用 PUT /v1/calendar/${year} 覆盖`,
    en: `the holidays of ${year} are the demo’s assumption; PUT /v1/calendar/${year} replaces them`,
  });
};

const showWaiting = async (stage: Stage, ticketId: string, year: number): Promise<void> => {
  const { tell, clock } = stage;
  tell.scene('待公布节假日安排', 'A deadline waits for its calendar');
  const path = '/v1/tickets?view=pending_calendar&limit=100';
  const waiting = expectBody(await (await stage.as(supervisor)).get(path), 200, TicketList);
  const isListed = waiting.tickets.some(({ id }) => id === ticketId);
  expectThat(isListed, 'the ticket is listed as waiting', waiting.tickets.length);
  const { clocks } = await fileOf(stage, ticketId);
  tell.quote(clocks.rectify.sentence);
  const before = await yearView(stage, year);
  expectThat(before.source === 'none' && before.waiting > 0, 'the year is not known', before);
  tell.pass(
    `${year} 年节假日安排尚未公布，${before.waiting} 件工单的期限待定`,
    `no holiday notice for ${year} yet: the deadlines of ${before.waiting} tickets wait`,
  );
  tell.say(
    '管理员载入演示假设的节假日安排；未办结工单的期限自动重新计算。',
    'The administrator loads an assumed year; open tickets are recounted automatically.',
  );
  await loadYear(stage, year);
  // The rules are read through a cache of a minute; the second round finds what that left behind.
  await clock.moveTo(fromEpoch(clock.now() + 10 * minutes));
  const file = await fileOf(stage, ticketId);
  const counted = file.audit.steps.filter(({ type }) => type === 'recounted');
  expectThat(file.pendingYear === undefined, 'the ticket waits no more', file.pendingYear);
  expectThat(counted.length === 1, 'counted again once', counted.length);
  tell.quote(file.clocks.rectify.sentence);
  tell.pass('期限重新计算一次，并留痕', 'recounted once, with an audit step');
};

/** 待公布日历: nothing is guessed; the deadline waits, and is counted by itself once it can be. */
export const pendingCalendar = async (stage: Stage): Promise<void> => {
  const ticketId = ticketOf(badBy(stage, 'app'));
  const { pendingYear } = await fileOf(stage, ticketId);
  if (pendingYear !== undefined) await showWaiting(stage, ticketId, pendingYear);
};
