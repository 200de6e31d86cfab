import { describe, expect, it } from 'vitest';

import {
  differenceId,
  settleDifference,
  reviseDifferences,
} from '../../../shared/domain/reconciliation/difference.ts';
import type { Difference } from '../../../shared/domain/reconciliation/difference.ts';
import type { FoundDifference } from '../../../shared/domain/reconciliation/reconciliation.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';

const day = civilDate('2026-11-20')!;
const first = at('2026-11-21T02:30:00+08:00');
const second = at('2026-11-22T02:30:00+08:00');
const third = at('2026-11-23T02:30:00+08:00');

const rated = {
  of: 'rating',
  projectNo: '330602261120000000017',
  serviceNumber: 1,
  assessNumber: 1,
} as const;
const pending: FoundDifference = {
  finding: 'not_yet_accepted',
  subject: rated,
  creditCode: '11330600MB1A2B3C49',
  ours: { satisfaction: '5', assessTime: '2026-11-20 09:30:00' },
};
const refused: FoundDifference = { ...pending, finding: 'rejected', reason: '1004 deptCode' };

const only = (items: readonly Difference[]): Difference => {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`${items.length} changes`);
  return item;
};

const open = (found: FoundDifference = pending): Difference =>
  only(reviseDifferences([], { day, found: [found], at: first }));

describe('a difference', () => {
  it('is one work item by day and subject, whatever was found of it', () => {
    expect(differenceId(day, pending)).toBe('2026-11-20.rating.330602261120000000017.1.1');
    expect(differenceId(day, refused)).toBe(differenceId(day, pending));
    const bucket = {
      of: 'rating_count',
      satisfaction: '5',
      channel: '3',
      assessNumber: 1,
    } as const;
    const others = [
      { ...pending, subject: bucket },
      { ...pending, subject: { of: 'step_count' } as const },
      { ...pending, subject: { of: 'step', ticketId: 't-1', stepNumber: 2 } as const },
      { ...pending, subject: { ...rated, generation: 2 } },
    ];
    expect(others.map((other) => differenceId(day, other))).toEqual([
      '2026-11-20.rating_count.11330600MB1A2B3C49.5.3.1',
      '2026-11-20.step_count.11330600MB1A2B3C49',
      '2026-11-20.step.t-1.2',
      '2026-11-20.rating.330602261120000000017.1.1.g2',
    ]);
  });

  it('opens when it is found, and is not written again while it is the same', () => {
    const item = open();
    expect(item).toEqual({
      ...pending,
      id: '2026-11-20.rating.330602261120000000017.1.1',
      day,
      state: 'open',
      openedAt: first,
      history: [{ at: first, what: 'opened', finding: 'not_yet_accepted' }],
      version: 1,
    });
    expect(reviseDifferences([item], { day, found: [pending], at: second })).toEqual([]);
  });

  it('takes another finding in its place', () => {
    const next = only(reviseDifferences([open()], { day, found: [refused], at: second }));
    expect(next).toMatchObject({ ...refused, state: 'open', openedAt: first, version: 2 });
    const back = only(reviseDifferences([next], { day, found: [pending], at: third }));
    expect(back.reason).toBeUndefined();
    expect(back.history.map(({ what, finding }) => `${what} ${finding}`)).toEqual([
      'opened not_yet_accepted',
      'changed rejected',
      'changed not_yet_accepted',
    ]);
  });

  it('closes itself when it is gone, and opens again when it is back', () => {
    const closed = only(reviseDifferences([open()], { day, found: [], at: second }));
    expect(closed).toMatchObject({ state: 'closed', version: 2 });
    expect(closed.history.at(-1)).toEqual({
      at: second,
      what: 'closed',
      finding: 'not_yet_accepted',
    });
    expect(reviseDifferences([closed], { day, found: [], at: third })).toEqual([]);
    const again = only(reviseDifferences([closed], { day, found: [pending], at: third }));
    expect(again).toMatchObject({ state: 'open', openedAt: third, version: 3 });
    expect(again.history.at(-1)).toMatchObject({ at: third, what: 'reopened' });
  });

  it('is settled by a person, and stays so while it is the same', () => {
    const order = { by: 'u-supervisor', note: '省平台已确认', at: second };
    const settled = settleDifference(open(), order);
    if (!settled.ok) throw new Error(settled.reason);
    const { difference } = settled;
    expect(difference).toMatchObject({ state: 'settled', version: 2 });
    expect(difference.history.at(-1)).toEqual({
      ...order,
      what: 'settled',
      finding: 'not_yet_accepted',
    });
    const otherNote = settleDifference(difference, { ...order, note: '另行说明' });
    expect(otherNote).toMatchObject({ changed: true });
    const otherPerson = settleDifference(difference, { ...order, by: 'u-admin' });
    expect(otherPerson).toMatchObject({ changed: true });
    expect(settleDifference(difference, { ...order, at: third })).toMatchObject({
      ok: true,
      changed: false,
      difference,
    });
    expect(reviseDifferences([difference], { day, found: [pending], at: third })).toEqual([]);
    const other = only(reviseDifferences([difference], { day, found: [refused], at: third }));
    expect(other).toMatchObject({ state: 'open', openedAt: third, finding: 'rejected' });
    expect(settleDifference(other, { ...order, at: third })).toMatchObject({ changed: true });
    const gone = only(reviseDifferences([difference], { day, found: [], at: third }));
    expect(gone.state).toBe('closed');
    expect(settleDifference(gone, order)).toEqual({ ok: false, reason: 'difference_closed' });
  });

  it('keeps what anybody else says of it once it is settled', () => {
    const first = { by: 'u-supervisor', note: '省平台已确认', at: second };
    const settled = settleDifference(open(), first);
    if (!settled.ok) throw new Error(settled.reason);
    const other = { by: 'u-admin', note: '系统商已补报', at: third };
    const again = settleDifference(settled.difference, other);
    if (!again.ok) throw new Error(again.reason);
    expect(again).toMatchObject({ changed: true, difference: { state: 'settled', version: 3 } });
    expect(again.difference.history.slice(-2)).toMatchObject([first, other]);
    expect(settleDifference(again.difference, first)).toMatchObject({ changed: false });
  });

  it.each([
    ['department', { creditCode: 'other' }],
    ['own values', { ours: { satisfaction: '4' } }],
    ['values at the center', { theirs: { satisfaction: '4' } }],
    ['reason', { reason: '1005' }],
  ])('is another one with another %s', (_what, change) => {
    const found = { ...refused, ...change };
    expect(reviseDifferences([open(refused)], { day, found: [found], at: second })).toHaveLength(1);
  });

  it('keeps its latest twenty events', () => {
    let item = open();
    for (let run = 0; run < 30; run += 1) {
      const found = run % 2 === 0 ? refused : pending;
      item = only(reviseDifferences([item], { day, found: [found], at: second }));
    }
    expect(item.history).toHaveLength(20);
    expect(item.version).toBe(31);
  });
});
