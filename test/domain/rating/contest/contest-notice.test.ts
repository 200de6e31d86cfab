import { describe, expect, it } from 'vitest';

import { contestNotices } from '../../../../shared/domain/rating/contest/contest-notice.ts';
import type { Contest } from '../../../../shared/domain/rating/contest/contest.ts';
import { addMs } from '../../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../../shared/domain/time/instant.ts';
import { at, official } from '../../time/shanghai.ts';
import { contest } from './contest-fixture.ts';

const rules = { timetable: official };
const justAfter = (moment: Instant) => addMs(moment, 1);

/** Which supervisors are told what, and at which moment. */
const toldOf = (change: Partial<Contest>) =>
  contestNotices({ ...contest, ...change }, rules)
    .filter(({ box }) => box.kind === 'supervisor')
    .map(({ type, box, at }) => [type, box.of, at]);

describe('the notices of a contest', () => {
  it('go to the supervisors of its area, and also to those of the city when it is new or late', () => {
    const due = at('2026-11-27 17:30');
    expect(toldOf({})).toEqual([
      ['rating_contested', '330602', contest.at],
      ['rating_contested', '330600', contest.at],
      ['contest_reminder', '330602', at('2026-11-26 17:30')],
      ['contest_overdue', '330602', justAfter(due)],
      ['contest_overdue', '330600', at('2026-11-30 17:30')],
    ]);
  });

  it('go to the reviewers as they go to the supervisors', () => {
    const boxes = contestNotices(contest, rules).map(({ box, type, at: moment }) => ({
      kind: box.kind,
      told: [box.of, type, moment].join(' '),
    }));
    const [reviewers, supervisors] = ['reviewer', 'supervisor'].map((kind) =>
      boxes.filter((one) => one.kind === kind).map(({ told }) => told),
    );
    expect(reviewers).toHaveLength(5);
    expect(reviewers).toEqual(supervisors);
  });

  it('go to each once where the city itself was rated', () => {
    expect(toldOf({ area: '330600' }).map(([type, of]) => [type, of])).toEqual([
      ['rating_contested', '330600'],
      ['contest_reminder', '330600'],
      ['contest_overdue', '330600'],
    ]);
  });

  it('of a town go to the area that it counts for', () => {
    const areas = contestNotices({ ...contest, area: '330602001' }, rules).map(({ box, area }) => [
      box.of,
      area,
    ]);
    expect(new Set(areas.map(([of]) => of))).toEqual(new Set(['330602', '330600']));
    expect(new Set(areas.map(([, area]) => area))).toEqual(new Set(['330602001']));
  });

  it('are sent inside working hours, each under an id of its own, and are none of a ticket', () => {
    const evening = at('2026-11-20 21:00');
    const notices = contestNotices({ ...contest, at: evening }, rules);
    expect(notices[1]).toEqual({
      id: '330602261119000000017-1c1.rating_contested.supervisor.330602',
      type: 'rating_contested',
      box: { kind: 'supervisor', of: '330602' },
      contestId: '330602261119000000017-1c1',
      area: '330602',
      at: evening,
      sendAt: at('2026-11-23 08:30'),
      state: 'waiting',
      version: 1,
    });
    expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
  });

  it('remind at once when its last working day begins as it comes', () => {
    const evening = at('2026-11-19 20:00');
    const office = { ...official.office, cutOff: 24 * 60 };
    const told = contestNotices(
      { ...contest, at: evening, term: { amount: 1, unit: 'working_day' } },
      { timetable: { ...official, office } },
    );
    expect(told.find(({ type }) => type === 'contest_reminder')?.at).toBe(evening);
    expect(told.find(({ type }) => type === 'contest_overdue')?.at).toBe(
      justAfter(at('2026-11-20 17:30')),
    );
  });

  it('count twice the days of the term while nobody knows the calendar', () => {
    const late = at('2026-12-30 09:30');
    expect(toldOf({ at: late })).toEqual([
      ['rating_contested', '330602', late],
      ['rating_contested', '330600', late],
      ['contest_reminder', '330602', at('2027-01-07 09:30')],
      ['contest_overdue', '330602', justAfter(at('2027-01-09 09:30'))],
      ['contest_overdue', '330600', at('2027-01-10 09:30')],
    ]);
  });
});
