import { expect, it } from 'vitest';

import { isConcernedBy } from '../../../../shared/domain/rating/contest/concerned.ts';
import { badRating } from '../../ticket/ticket-fixture.ts';

const { staffId: _served, ...anonymous } = badRating;

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
    expect(isConcernedBy([first, second], id)).toBe(true);
  }
  expect(isConcernedBy([first, second], 'w-2')).toBe(false);
  expect(isConcernedBy([anonymous], 'undefined')).toBe(false);
  expect(isConcernedBy([], 'w-1')).toBe(false);
});
