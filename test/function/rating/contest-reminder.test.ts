import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { contestNotices } from '../../../shared/domain/rating/contest/contest-notice.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import { addMs } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { at } from '../../fake/clock.ts';
import { deadlineWorks } from '../../support/deadline-works.ts';
import { bodyOf, people } from '../world.ts';
import { contest, first, ratedByOther, ruled } from './contest-world.ts';
import type { Contested } from './contest-world.ts';

const hour = 60 * 60_000;

const watch = (given: Contested) => {
  const { world } = given;
  const works = deadlineWorks(world.stores, world.clock.now);
  const until = async (end: Instant): Promise<void> => {
    while (world.clock.now() < end) {
      await works.sweep();
      await works.settle();
      world.clock.advance(hour);
    }
    await works.sweep();
    await works.settle();
  };
  const typesIn = async (area: string): Promise<readonly string[]> => {
    const reply = await world.call('GET /v1/inbox', { as: { ...people.supervisor, area } });
    const { notices } = bodyOf<{ notices: readonly { readonly type: string }[] }>(reply);
    return notices.map(({ type }) => type);
  };
  return { until, typesIn };
};

describe('a contest that waits for a ruling', () => {
  it('is told, reminded of on its last working day, and overdue; then the city is told', async () => {
    const given = await ratedByOther();
    const { until, typesIn } = watch(given);
    await contest(given);
    await until(at('2026-11-26T23:00:00+08:00'));
    expect(await typesIn('330602')).toEqual(['rating_contested']);
    await until(at('2026-11-27T12:00:00+08:00'));
    expect(await typesIn('330602')).toEqual(['contest_reminder', 'rating_contested']);
    await until(at('2026-11-30T12:00:00+08:00'));
    expect(await typesIn('330602')).toEqual([
      'contest_overdue',
      'contest_reminder',
      'rating_contested',
    ]);
    expect(await typesIn('330600')).toEqual(['rating_contested']);
    await until(at('2026-12-20T12:00:00+08:00'));
    expect(await typesIn('330602')).toHaveLength(3);
    expect(await typesIn('330600')).toEqual(['contest_overdue', 'rating_contested']);
  });

  it('is told of no more once it was ruled on', async () => {
    const given = await ratedByOther();
    const { until, typesIn } = watch(given);
    await contest(given);
    await until(at('2026-11-24T12:00:00+08:00'));
    await ruled(given, 'rejected');
    await until(at('2026-12-20T12:00:00+08:00'));
    expect(await typesIn('330602')).toEqual(['rating_contested']);
    expect(await typesIn('330600')).toEqual(['rating_contested']);
  });

  it('has its moments before the calendar of that year is known, and each box gets each once', () => {
    const opened = at('2026-12-30T10:00:00+08:00');
    const rated: Contest = {
      projectNo: '330602261120000000017',
      serviceNumber: 1,
      number: 1,
      area: '330602',
      creditCode: first.department ?? '',
      channel: 'sms',
      sender: 's',
      fingerprint: 'f',
      sealed: '1.x',
      at: opened,
      term: { amount: 5, unit: 'working_day' },
      state: 'open',
      callBacks: [],
      looks: [],
      version: 1,
    };
    const all = contestNotices(rated, shippedRules);
    const notices = all.filter(({ box }) => box.kind === 'supervisor');
    expect(notices.map(({ type, box, at: moment }) => [type, box.of, moment])).toEqual([
      ['rating_contested', '330602', opened],
      ['rating_contested', '330600', opened],
      ['contest_reminder', '330602', addMs(opened, 8 * 24 * hour)],
      ['contest_overdue', '330602', addMs(opened, 10 * 24 * hour + 1)],
      ['contest_overdue', '330600', addMs(opened, 11 * 24 * hour)],
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const inCity = contestNotices({ ...rated, area: '330600' }, shippedRules).filter(
      ({ box }) => box.kind === 'reviewer',
    );
    expect(inCity.map(({ type }) => type)).toEqual([
      'rating_contested',
      'contest_reminder',
      'contest_overdue',
    ]);
  });
});
