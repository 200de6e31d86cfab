/**
 * Those who review are notified of a contest at once, reminded before its term ends, and again when it
 * has ended. All of these are written with the contest and wait for their moment, where those of one
 * that was ruled on are silenced. They say nothing of either rating.
 */
import { countingArea } from '../../area/area.ts';
import { assumedDue } from '../../notice/assumed-due.ts';
import type { ContestNoticeType } from '../../notice/notice-type.ts';
import { cityOf, reviewBoxKinds, sendingMoment } from '../../notice/notice.ts';
import type { ContestNotice } from '../../notice/notice.ts';
import { reminderMoment } from '../../notice/reminder-moment.ts';
import type { Rules } from '../../ticket/ticket.ts';
import { addMs, dayMs, later } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import { afterWorkingTime } from '../../time/working-time.ts';
import { contestIdOf } from './contest.ts';
import type { Contest } from './contest.ts';

type Timing = Pick<Rules, 'timetable'>;

const lead = { workingDays: 1, days: 2 } as const;

const workingDayAfter = (due: Instant, { timetable }: Timing): Instant => {
  const { dayStart, dayEnd } = timetable.office;
  const next = afterWorkingTime(timetable, due, (dayEnd - dayStart) * 60_000);
  return next.ok ? next.at : addMs(due, dayMs);
};

interface Announcement {
  readonly type: ContestNoticeType;
  readonly at: Instant;
  /** 6 digits each. */
  readonly areas: readonly string[];
}

/**
 * In a small area everybody may be of the department, so the city learns of the contest too. What is
 * still not ruled on a working day after the term is the city's to see to.
 */
const announcementsOf = (contest: Contest, rules: Timing): readonly Announcement[] => {
  const area = countingArea(contest.area);
  const city = cityOf(contest.area);
  const due = assumedDue(rules.timetable, contest.at, contest.term);
  const reminder = reminderMoment(rules, due, lead);
  return [
    { type: 'rating_contested', at: contest.at, areas: [area, city] },
    { type: 'contest_reminder', at: later(reminder, contest.at), areas: [area] },
    { type: 'contest_overdue', at: addMs(due, 1), areas: [area] },
    {
      type: 'contest_overdue',
      at: workingDayAfter(due, rules),
      areas: area === city ? [] : [city],
    },
  ];
};

/** Returns the notices of a new contest, for the transaction that stores it. */
export const contestNotices = (contest: Contest, rules: Timing): readonly ContestNotice[] => {
  const contestId = contestIdOf(contest);
  const { area } = contest;
  return announcementsOf(contest, rules).flatMap(({ type, at, areas }) =>
    [...new Set(areas)].flatMap((of) =>
      reviewBoxKinds.map((kind) => ({
        id: `${contestId}.${type}.${kind}.${of}`,
        type,
        box: { kind, of },
        contestId,
        area,
        at,
        sendAt: sendingMoment(rules, at),
        state: 'waiting',
        version: 1,
      })),
    ),
  );
};
