import { describe, expect, it } from 'vitest';

import { healthNotices, unboundNotice } from '../../../shared/domain/notice/pad-notice.ts';
import type { PadHealth } from '../../../shared/domain/pad/health.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { at } from '../../fake/clock.ts';

const arrivedAt = at('2026-11-20T21:00:00+08:00');
const press = {
  hall: '330602-H1',
  window: 'A03',
  padId: 'p1',
  sequence: 7,
  arrivedAt,
  sealed: '1.s',
  tryUntil: at('2026-12-05T00:00:00+08:00'),
  version: 1,
};

it('a press that nobody could bind is announced to the supervisors of its hall', () => {
  expect(unboundNotice(press, shippedRules)).toEqual({
    id: 'p1.7.press_unbound.supervisor',
    type: 'press_unbound',
    box: { kind: 'supervisor', of: '330602' },
    padId: 'p1',
    hall: '330602-H1',
    window: 'A03',
    area: '330602',
    at: arrivedAt,
    sendAt: at('2026-11-23T08:30:00+08:00'),
    state: 'waiting',
    version: 1,
  });
});

it('a repeat of the press is the same notice, whatever became of it since', () => {
  const again = { ...press, claimImplausible: true, version: 2 } as const;
  expect(unboundNotice(again, shippedRules)).toEqual(unboundNotice(press, shippedRules));
});

describe('a heartbeat', () => {
  const pad = {
    id: 'p1',
    hall: '330602-H1',
    window: 'A03',
    state: 'enrolled',
    received: [],
    lastSeenAt: at('2026-11-20T09:00:00+08:00'),
    version: 4,
    by: 'u1',
    confirmedBy: 'u2',
    at: at('2026-11-01T09:00:00+08:00'),
  } as const;
  const now = { at: arrivedAt, rules: shippedRules };
  const announced = (before: PadHealth, health: PadHealth) =>
    healthNotices({ ...pad, health: before }, health, now).map(({ type, box }) => [type, box.kind]);
  const broken = [
    ['pad_broken', 'hall_administrator'],
    ['pad_broken', 'supervisor'],
  ];
  const lost = [
    ['pad_rating_lost', 'hall_administrator'],
    ['pad_rating_lost', 'supervisor'],
  ];

  it.each([
    ['a sound pad', {}, { storage: 'ok', faults: 0 }, []],
    ['one that breaks', { storage: 'ok' }, { storage: 'broken' }, broken],
    ['one that is broken still', { storage: 'broken' }, { storage: 'broken' }, []],
    ['one that works again', { storage: 'broken', faults: 1 }, { storage: 'ok', faults: 1 }, []],
    ['one that lost another rating', { faults: 1 }, { faults: 2 }, lost],
    ['one that was enrolled anew', { faults: 3 }, { faults: 0 }, []],
    ['one that breaks and loses', {}, { storage: 'broken', faults: 1 }, [...broken, ...lost]],
  ] as const)('of %s', (_what, before, health, notices) => {
    expect(announced(before, health)).toEqual(notices);
  });

  it('that is repeated makes the same notice, and the next break another one', () => {
    const [first] = healthNotices(pad, { storage: 'broken' }, now);
    expect(first).toEqual({
      id: `p1.${Date.parse('2026-11-20T09:00:00+08:00')}.pad_broken.hall_administrator`,
      type: 'pad_broken',
      box: { kind: 'hall_administrator', of: '330602' },
      padId: 'p1',
      hall: '330602-H1',
      window: 'A03',
      area: '330602',
      at: arrivedAt,
      sendAt: at('2026-11-23T08:30:00+08:00'),
      state: 'waiting',
      version: 1,
    });
    expect(healthNotices(pad, { storage: 'broken' }, now)[0]).toEqual(first);
    const since = { ...pad, lastSeenAt: arrivedAt };
    expect(healthNotices(since, { storage: 'broken' }, now)[0]?.id).not.toBe(first?.id);
  });
});
