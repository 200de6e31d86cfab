import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { entryNotices } from '../../../shared/domain/notice/entry-notice.ts';
import { addMs } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { at } from '../../fake/clock.ts';
import { deadlineWorks } from '../../support/deadline-works.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';

const hour = 60 * 60_000;

const entered = async () => {
  const world = newWorld();
  const projectNo = await world.acceptedCase(await world.integrator());
  const enter = async (): Promise<string> => {
    const body = {
      projectNo,
      serviceNumber: 1,
      channel: 'paper',
      record: '表-0001',
      level: 'dissatisfied',
      tags: ['209'],
      contactConsent: true,
    };
    const reply = await world.call('POST /v1/entries', { as: people.clerk, body });
    return bodyOf<{ id: string }>(reply).id;
  };
  const confirm = (id: string, body: object) =>
    world.call('POST /v1/entries/{id}/confirm', { as: people.secondClerk, path: { id }, body });
  const works = deadlineWorks(world.stores, world.clock.now);
  const until = async (end: Instant): Promise<void> => {
    while (world.clock.now() < end) {
      await works.sweep();
      await works.settle();
      world.clock.advance(hour);
    }
  };
  /** When each notice about an entry came, the newest first. */
  const told = async (box: 'area' | 'city'): Promise<readonly string[]> => {
    const as = { ...people.supervisor, area: box === 'city' ? '330600' : '330602' };
    const reply = await world.call('GET /v1/inbox', { as, query: { box } });
    const { notices } = bodyOf<{ notices: readonly { readonly type: string; at: string }[] }>(
      reply,
    );
    return notices.flatMap(({ type, at: moment }) =>
      type === 'entry_overdue' ? moment.slice(0, 16) : [],
    );
  };
  return { enter, confirm, until, told };
};

describe('an entry that nobody compares with its record', () => {
  it('is told to the supervisors of the area when it is overdue, then to the city, once each', async () => {
    const { enter, until, told } = await entered();
    await enter();
    await until(at('2026-11-25T17:00:00+08:00'));
    expect([await told('area'), await told('city')]).toEqual([[], []]);
    await until(at('2026-12-31T12:00:00+08:00'));
    // Due at the end of the third working day; nobody is told after hours.
    expect(await told('area')).toEqual(['2026-11-26T08:30']);
    expect(await told('city')).toEqual(['2026-12-02T08:30']);
  });

  it.each([
    ['confirmed', {}],
    ['rejected', { matches: false }],
  ])('is told of no more once it is %s', async (_state, body) => {
    const { enter, confirm, until, told } = await entered();
    expect(outcomeOf(await confirm(await enter(), body))).toMatch(/^20[01]/);
    await until(at('2026-12-10T12:00:00+08:00'));
    expect([await told('area'), await told('city')]).toEqual([[], []]);
  });

  it('waits anew when its record is entered again after a rejection', async () => {
    const { enter, confirm, until, told } = await entered();
    await confirm(await enter(), { matches: false });
    await until(at('2026-11-24T10:00:00+08:00'));
    await enter();
    await until(at('2026-12-10T12:00:00+08:00'));
    expect(await told('area')).toEqual(['2026-11-30T08:30']);
  });

  it('has its moments before the calendar of that year is known', () => {
    const enteredAt = at('2026-12-30T10:00:00+08:00');
    const entry = { id: 'e1', area: '330602001', enteredAt, version: 1 };
    const day = 24 * hour;
    expect(entryNotices(entry, shippedRules).map(({ box, at: moment }) => [box, moment])).toEqual([
      [{ kind: 'supervisor', of: '330602' }, addMs(enteredAt, 6 * day + 1)],
      [{ kind: 'city', of: '330600' }, addMs(enteredAt, 14 * day)],
    ]);
  });
});
