import { describe, expect, it } from 'vitest';

import { isDigestOf, ratingDigest } from '../../../shared/domain/rating/rating-digest.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { sha256 } from '../../../shared/rules.ts';
import { sampleRating } from '../../contract/suite/sample.ts';
import { at } from '../time/shanghai.ts';

const first: Rating = sampleRating({
  projectNo: '330602261120000000017',
  receivedAt: at('2026-11-20 09:00'),
  claimedAt: at('2026-11-20 08:59'),
  clientRef: 'c1',
  pad: { id: 'p1', sequence: 7 },
  enteredBy: { staff: 'u1', record: 'r1' },
  accessKey: 'k1',
  creditCode: 'D1',
  hall: 'H1',
  window: 'A03',
  staffId: 'S1',
});

const rating: Rating = {
  ...first,
  claimImplausible: true,
  bound: 'persons',
  heldSince: at('2026-11-20 08:59'),
  takenUp: { by: 'u2', confirmedBy: 'u3', at: at('2026-11-20 10:00') },
  doubts: [{ code: 'unknown_channel', sent: '9' }],
  issuer: 17,
  issuedAt: at('2026-11-20 08:50'),
  match: 'matched',
  applicantMark: 'm1',
  trace: 'x',
};

/** Shows what is digested instead of digesting it; like a digest, it takes nothing but a text. */
const asIs = (text: string): string => text.slice(0);
const shown = (one: Rating): unknown => JSON.parse(ratingDigest(one, asIs));

const digestOfWords = (text: string) => (text === 'sealed' ? 'digest of words' : text);

describe('the digest of a rating', () => {
  it('binds all that it says, how it came and where it counts', () => {
    const { sealedText: _none, ...bound } = rating;
    expect(shown(rating)).toEqual({ ...bound, v: 2 });
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

/** As releases before the second version wrote it into their chains. */
const stored = '32bdf64ab09a38d832da60557e8dfddf78ee64e8f603e1e1a8768f74f1952318';

describe('a stored digest', () => {
  it('of the first version still is that of its rating, with words and members of later days', () => {
    expect(isDigestOf(stored, { ...first, sealedText: 'sealed' }, sha256)).toBe(true);
    expect(isDigestOf(stored, { ...rating, sealedText: 'sealed' }, sha256)).toBe(true);
    expect(isDigestOf(stored, { ...first, sealedText: 'sealed', level: 'satisfied' }, sha256)).toBe(
      false,
    );
  });

  it.each([
    ['claimImplausible', undefined],
    ['bound', 'token'],
    ['heldSince', at('2026-11-20 08:58')],
    ['takenUp', { ...rating.takenUp, confirmedBy: 'u4' }],
    ['doubts', []],
    ['issuer', 18],
    ['issuedAt', at('2026-11-20 08:51')],
    ['match', 'other'],
    ['applicantMark', undefined],
    ['trace', 'y'],
    ['level', 'satisfied'],
  ] as const)('of the second version is that of no rating with another %s', (name, other) => {
    const digest = ratingDigest(rating, sha256);
    expect(isDigestOf(digest, rating, sha256)).toBe(true);
    expect(isDigestOf(digest, { ...rating, [name]: other }, sha256)).toBe(false);
  });

  it('of the second version is that of no rating that got members since', () => {
    expect(isDigestOf(ratingDigest(first, sha256), rating, sha256)).toBe(false);
  });
});
