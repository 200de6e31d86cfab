import { describe, expect, it } from 'vitest';

import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { doubtCodes, doubtsView } from '../../../shared/domain/rating/doubt.ts';
import { doubtsOf } from '../../../shared/domain/rating/fact-doubts.ts';
import { shippedIndicators } from '../../../shared/domain/rating/indicator.ts';
import type { RatingDraft } from '../../../shared/domain/rating/rating.ts';
import { addMs } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { at } from '../time/shanghai.ts';

const met = at('2026-11-20 09:00');
const now = at('2026-11-20 10:00');
const minute = 60_000;

const draft: RatingDraft = { level: 'dissatisfied', tags: ['209'], contactConsent: true };
const received = {
  contact: { serviceNumber: 1, service: 'accept', at: met },
  claimedAt: undefined,
  now,
  policy: defaultPolicy,
  indicators: shippedIndicators,
} as const;

describe('the doubts of a rating from another system', () => {
  it.each<[string, Partial<RatingDraft>, readonly object[]]>([
    ['none', {}, []],
    ['none of a good one without words', { level: 'satisfied', tags: [] }, []],
    ['no reason', { tags: [] }, [{ code: 'reason_missing' }]],
    ['an unknown indicator', { tags: ['299'] }, [{ code: 'unknown_indicator', sent: '299' }]],
    ['a retired indicator', { tags: ['201'] }, [{ code: 'retired_indicator', sent: '201' }]],
    [
      'each indicator by itself',
      { tags: ['209', '115', '299'] },
      [
        { code: 'indicator_of_other_level', sent: '115' },
        { code: 'unknown_indicator', sent: '299' },
      ],
    ],
  ])('are %s', (_what, more, doubts) => {
    expect(doubtsOf({ ...draft, ...more }, received)).toEqual(doubts);
  });

  it.each<[string, Instant | undefined, boolean]>([
    ['is not stated', undefined, false],
    ['is that of the contact', met, false],
    ['is five minutes before the contact', addMs(met, -5 * minute), false],
    ['is earlier', addMs(met, -5 * minute - 1), true],
    ['is now', now, false],
    ['is five minutes from now', addMs(now, 5 * minute), false],
    ['is later', addMs(now, 5 * minute + 1), true],
  ])('are of its time when that %s: %s', (_what, claimedAt, isDoubted) => {
    expect(doubtsOf(draft, { ...received, claimedAt })).toEqual(
      isDoubted ? [{ code: 'implausible_time' }] : [],
    );
  });
});

describe('the doubts in words', () => {
  it('have a code, a text in the language, and what came if that is known', () => {
    const doubts = [{ code: 'unknown_channel', sent: '9' }, { code: 'words_cut' }] as const;
    expect(doubtsView(doubts, 'zh')).toEqual([
      { code: 'unknown_channel', text: '评价渠道不明', sent: '9' },
      { code: 'words_cut', text: '评价文字过长，仅保存开头' },
    ]);
    expect(doubtsView(doubts, 'en')[0]?.text).toBe('The channel is unknown');
    expect(doubtsView([{ code: 'words_cut' }], 'zh')[0]).not.toHaveProperty('sent');
    expect(doubtsView(undefined, 'zh')).toEqual([]);
  });

  it('exist for every code', () => {
    expect(doubtCodes.join(' ')).toBe(
      'reason_missing unknown_indicator retired_indicator indicator_of_other_level ' +
        'duplicate_indicator unreadable_indicator unknown_channel implausible_time ' +
        'unreadable_time number_differs contact_assumed several_levels contact_stated ' +
        'level_stated tags_stated words_stated time_stated channel_stated words_cut ' +
        'words_damaged words_in_other_form words_unreadable consent_unreadable member_twice ' +
        'pad_was_revoked',
    );
    const texts = doubtCodes.map((code) => doubtsView([{ code }], 'zh')[0]?.text);
    expect(new Set(texts).size).toBe(doubtCodes.length);
  });
});
