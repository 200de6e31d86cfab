import { describe, expect, it } from 'vitest';

import {
  closeItem,
  isNoted,
  openItem,
  reopenItem,
  settleItem,
  workItemChanges,
  workItemStates,
} from '../../../shared/domain/oversight/work-item.ts';
import { at } from '../../fake/clock.ts';

const [first, second, third] = [
  at('2026-11-21T02:30:00+08:00'),
  at('2026-11-22T02:30:00+08:00'),
  at('2026-11-23T02:30:00+08:00'),
];
const order = { by: 'u-supervisor', note: '已确认', at: second };

describe('a work item', () => {
  const open = openItem('a', first);
  const settled = settleItem(open, 'a', order);

  it('begins with what was found', () => {
    expect(open).toEqual({
      state: 'open',
      openedAt: first,
      history: [{ at: first, what: 'opened', finding: 'a' }],
      version: 1,
    });
  });

  it('that is open stays open since then when something else is found', () => {
    expect(reopenItem(open, 'b', second)).toEqual({
      state: 'open',
      openedAt: first,
      history: [...open.history, { at: second, what: 'changed', finding: 'b' }],
      version: 2,
    });
  });

  it('that is settled or closed is opened again, from then on', () => {
    const closed = closeItem(open, 'a', second);
    expect(closed).toEqual({
      state: 'closed',
      openedAt: first,
      history: [...open.history, { at: second, what: 'closed', finding: 'a' }],
      version: 2,
    });
    for (const before of [closed, settled]) {
      expect(reopenItem(before, 'b', third)).toEqual({
        state: 'open',
        openedAt: third,
        history: [...before.history, { at: third, what: 'reopened', finding: 'b' }],
        version: 3,
      });
    }
  });

  it('is settled by a person with a note', () => {
    expect(settled).toEqual({
      state: 'settled',
      openedAt: first,
      history: [...open.history, { ...order, what: 'settled', finding: 'a' }],
      version: 2,
    });
  });

  it('has a note of a person only since it was settled last', () => {
    expect(isNoted(settled, order)).toBe(true);
    expect(isNoted(settled, { ...order, by: 'u-admin' })).toBe(false);
    expect(isNoted(settled, { ...order, note: '另行说明' })).toBe(false);
    expect(isNoted(open, order)).toBe(false);
    expect(isNoted({ ...settled, state: 'open' }, order)).toBe(false);
    const both = settleItem(settled, 'a', { ...order, by: 'u-admin' });
    expect(isNoted(both, order)).toBe(true);
    const again = reopenItem(settled, 'b', third);
    expect(isNoted(again, order)).toBe(false);
    expect(isNoted(settleItem(again, 'b', { ...order, by: 'u-admin' }), order)).toBe(false);
  });

  it('keeps its latest twenty events', () => {
    let item = open;
    for (let n = 0; n < 24; n += 1) item = reopenItem(item, `${n}`, second);
    expect([item.history.length, item.version]).toEqual([20, 25]);
    expect(item.history[0]?.finding).toBe('4');
  });

  it('has one of these states, and changes in these ways', () => {
    expect(workItemStates.join(' ')).toBe('open settled closed');
    expect(workItemChanges.join(' ')).toBe('opened changed settled closed reopened');
  });
});
