import { describe, expect, it } from 'vitest';

import {
  isNeverDisplayed,
  isPressedLate,
  secondsSinceIssue,
} from '../../../../shared/domain/rating/proof/circumstances.ts';
import { at } from '../../../fake/clock.ts';

const issuedAt = at('2026-11-20T09:30:00+08:00');
const onPad = { proof: 'pad', issuedAt, bound: 'token' } as const;
const receivedAt = at('2026-11-20T09:31:05+08:00');

describe('the time from the issue of a link to the rating', () => {
  it('is counted to the receipt, and on a pad to the press', () => {
    expect(secondsSinceIssue({ proof: 'token', issuedAt, receivedAt })).toBe(65);
    const claimedAt = at('2026-11-20T09:30:20+08:00');
    expect(secondsSinceIssue({ ...onPad, claimedAt, receivedAt })).toBe(20);
  });

  it('is never negative, and unknown without a link', () => {
    const claimedAt = at('2026-11-20T09:20:00+08:00');
    expect(secondsSinceIssue({ ...onPad, claimedAt, receivedAt })).toBe(0);
    expect(secondsSinceIssue({ proof: 'staff_entered', receivedAt })).toBeUndefined();
  });
});

describe('a press on a pad', () => {
  it('is late when the display no longer showed the contact', () => {
    const pressed = (time: string) =>
      isPressedLate({ ...onPad, claimedAt: at(`2026-11-20T${time}+08:00`), receivedAt });
    expect(pressed('10:01:00')).toBe(false);
    expect(pressed('10:01:01')).toBe(true);
    expect(
      isPressedLate({ proof: 'token', issuedAt, receivedAt: at('2026-11-25T09:00:00Z') }),
    ).toBe(false);
    expect(isPressedLate({ proof: 'pad', receivedAt })).toBe(false);
  });

  it('is of a contact that was never displayed when no token bound it', () => {
    expect(isNeverDisplayed({ ...onPad, receivedAt })).toBe(false);
    expect(isNeverDisplayed({ proof: 'pad', bound: 'window', receivedAt })).toBe(true);
    expect(isNeverDisplayed({ proof: 'pad', bound: 'persons', receivedAt })).toBe(true);
    expect(isNeverDisplayed({ proof: 'pad', receivedAt })).toBe(false);
    expect(isNeverDisplayed({ proof: 'pad', bound: 'token', receivedAt })).toBe(false);
    expect(isNeverDisplayed({ ...onPad, bound: 'window', receivedAt })).toBe(false);
    expect(isNeverDisplayed({ proof: 'token', receivedAt })).toBe(false);
    expect(isNeverDisplayed({ proof: 'token', bound: 'window', receivedAt })).toBe(false);
  });
});
