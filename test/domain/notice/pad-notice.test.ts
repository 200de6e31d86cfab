import { expect, it } from 'vitest';

import { unboundNotice } from '../../../shared/domain/notice/pad-notice.ts';
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
