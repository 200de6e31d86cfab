import { describe, expect, it } from 'vitest';

import { slotName } from '../../../shared/domain/figures/names.ts';
import { slots } from '../../../shared/domain/figures/slot.ts';

describe('the name of what is counted', () => {
  it('is there in both languages, and no two are alike', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = slots.map((slot) => slotName(slot, language));
      expect(names.filter((name) => !name)).toEqual([]);
      expect(new Set(names).size).toBe(slots.length);
    }
  });

  it('says of which kind it is', () => {
    expect(slotName('contest:open', 'zh')).toBe('评价异议待复核数');
    expect(slotName('contest:open', 'en')).toBe('Contests that wait for a ruling');
    expect(slotName('proof:staff_entered', 'zh')).toMatch(/^评价数（含追评）：.+/);
    expect(slotName('proof:staff_entered', 'en')).toMatch(/^Ratings and follow-ups: .+/);
  });
});
