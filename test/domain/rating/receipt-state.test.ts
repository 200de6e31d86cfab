import { describe, expect, it } from 'vitest';

import { receiptStateOf, receiptStates } from '../../../shared/domain/rating/receipt-state.ts';

describe('what staff see of a receipt', () => {
  it.each([
    ['token', 'sent'],
    ['pad', 'none'],
    ['staff_entered', 'none'],
    ['receipt', 'sent'],
    ['center', 'none'],
  ] as const)('by the proof %s is %s', (proof, state) => {
    expect([true, false].map((isClaimed) => receiptStateOf({ proof }, isClaimed))).toEqual([
      state,
      state,
    ]);
  });

  it('of a rating on a pad is whether it was claimed, whatever proves the rating', () => {
    const pad = { id: 'p1', sequence: 7 };
    for (const proof of ['token', 'pad'] as const) {
      expect(receiptStateOf({ proof, pad }, true)).toBe('claimed');
      expect(receiptStateOf({ proof, pad }, false)).toBe('none');
    }
  });

  it('is one of three states', () => {
    expect(receiptStates).toEqual(['sent', 'claimed', 'none']);
  });
});
