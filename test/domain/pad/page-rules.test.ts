import { describe, expect, it } from 'vitest';

import { storageStates } from '../../../shared/domain/pad/health.ts';
import { padRulesOf, PolicyPad } from '../../../shared/domain/pad/page-rules.ts';

const rules = { idleSeconds: 90, warnSeconds: 30, freeText: true };

describe('the page of a pad', () => {
  it('treats a resident as the policy says, and by the usual rules where it says nothing', () => {
    expect(padRulesOf({ pad: rules })).toEqual(rules);
    expect(padRulesOf({})).toEqual({ idleSeconds: 60, warnSeconds: 20, freeText: false });
  });

  it.each([
    ['asks after half a minute at the earliest', { idleSeconds: 30 }, { idleSeconds: 29 }],
    ['asks after five minutes at the latest', { idleSeconds: 300 }, { idleSeconds: 301 }],
    ['leaves 20 seconds to answer at least', { warnSeconds: 20 }, { warnSeconds: 19 }],
    ['leaves two minutes to answer at most', { warnSeconds: 120 }, { warnSeconds: 121 }],
    ['counts whole seconds', { idleSeconds: 31 }, { idleSeconds: 30.5 }],
    ['offers free text or does not', { freeText: false }, { freeText: 'yes' }],
  ])('%s', (_what, possible, impossible) => {
    expect(PolicyPad.parse({ ...rules, ...possible })).toEqual({ ...rules, ...possible });
    expect(PolicyPad.safeParse({ ...rules, ...impossible }).success).toBe(false);
  });
});

describe('the storage of a pad', () => {
  it('keeps what residents press, or is broken', () => {
    expect(storageStates).toEqual(['ok', 'broken']);
  });
});
