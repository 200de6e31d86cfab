import { countingArea } from '../../area/area.ts';
import { boxOf, cityOf, sendingMoment } from '../../notice/notice.ts';
import type { ContestNotice } from '../../notice/notice.ts';
import type { Rules } from '../../ticket/ticket.ts';
import { contestIdOf } from './contest.ts';
import type { Contest } from './contest.ts';

/**
 * Returns the notices to those who review: of the area and of the city, because in a small area
 * everybody may be of the department. They say nothing of either rating.
 */
export const contestNotices = (
  contest: Contest,
  rules: Pick<Rules, 'timetable'>,
): readonly ContestNotice[] => {
  const contestId = contestIdOf(contest);
  const { area, at } = contest;
  const sendAt = sendingMoment(rules, at);
  return [...new Set([countingArea(area), cityOf(area)])].map((of) => ({
    id: `${contestId}.rating_contested.supervisor.${of}`,
    type: 'rating_contested',
    box: boxOf('supervisor', { area: of, creditCode: '' }),
    contestId,
    area,
    at,
    sendAt,
    state: 'waiting',
    version: 1,
  }));
};
