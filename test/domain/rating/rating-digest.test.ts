import { describe, expect, it } from 'vitest';

import { ratingDigest } from '../../../shared/domain/rating/rating-digest.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { sampleRating } from '../../contract/suite/sample.ts';
import { at } from '../time/shanghai.ts';

const rating: Rating = sampleRating({
  projectNo: '330602261120000000017',
  receivedAt: at('2026-11-20 09:00'),
  claimedAt: at('2026-11-20 08:59'),
  clientRef: 'c1',
  pad: { id: 'p1', sequence: 7 },
  enteredBy: { staff: 'u1', record: 'r1' },
  creditCode: 'D1',
  hall: 'H1',
  window: 'A03',
  staffId: 'S1',
});

/** Shows what is digested instead of digesting it; like a digest, it takes nothing but a text. */
const asIs = (text: string): string => text.slice(0);
const shown = (one: Rating): unknown => JSON.parse(ratingDigest(one, asIs));

const digestOfWords = (text: string) => (text === 'sealed' ? 'digest of words' : text);

describe('the digest of a rating', () => {
  it('binds all that it says and where it counts', () => {
    const { sealedText: _none, ...bound } = rating;
    expect(shown(rating)).toEqual(bound);
  });

  it('binds its words by the digest of their encrypted text', () => {
    const bound = ratingDigest({ ...rating, sealedText: 'sealed' }, digestOfWords);
    expect(JSON.parse(bound)).toEqual({ ...(shown(rating) as object), words: 'digest of words' });
    expect(bound).not.toContain('sealedText');
  });

  it('is the same for what is absent and for what is undefined', () => {
    const { clientRef: _absent, ...without } = rating;
    expect(shown({ ...rating, clientRef: undefined })).toEqual(shown(without));
  });
});
