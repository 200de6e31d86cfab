import { expect, it } from 'vitest';

import { isConcernedBy } from '../../../../shared/domain/rating/contest/concerned.ts';
import type { Rating } from '../../../../shared/domain/rating/rating.ts';
import { badRating } from '../../ticket/ticket-fixture.ts';

const { staffId: _served, ...anonymous } = badRating;

const of = (...ratings: readonly Rating[]) => ({ ratings, handled: undefined });

it('concerns who served, and who entered, checked or took up one of the ratings', () => {
  const first = {
    ...anonymous,
    staffId: 'w-1',
    enteredBy: { staff: 'clerk-1', record: 'r1', checkedBy: 'clerk-2' },
  };
  const second = {
    ...anonymous,
    takenUp: { by: 'admin-1', confirmedBy: 'admin-2', at: badRating.receivedAt },
  };
  for (const id of ['w-1', 'W-1', 'clerk-1', 'clerk-2', 'admin-1', 'admin-2']) {
    expect(isConcernedBy(of(first, second), id)).toBe(true);
  }
  expect(isConcernedBy(of(first, second), 'w-2')).toBe(false);
  expect(isConcernedBy(of(anonymous), 'undefined')).toBe(false);
  expect(isConcernedBy(of(), 'w-1')).toBe(false);
});

it('concerns who served by the case as it is now, also when it was told after the rating', () => {
  const { serviceNumber, receivedAt: at } = badRating;
  const service = 'accept' as const;
  const served = { serviceNumber, at, service, staff: { id: 'w-7', name: '示例' } };
  const handled = { contacts: [served] };
  const named = { ratings: [anonymous], handled };
  expect(isConcernedBy(named, 'W-7')).toBe(true);
  expect(isConcernedBy({ ratings: [], handled }, 'w-7')).toBe(false);
  const other = { contacts: [{ ...served, serviceNumber: 2 }] };
  expect(isConcernedBy({ ratings: [anonymous], handled: other }, 'w-7')).toBe(false);
});
