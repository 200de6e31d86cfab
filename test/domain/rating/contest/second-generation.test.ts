import { describe, expect, it } from 'vitest';

import { secondGeneration } from '../../../../shared/domain/rating/contest/second-generation.ts';
import { badRating } from '../../ticket/ticket-fixture.ts';
import { at } from '../../time/shanghai.ts';
import { contest } from './contest-fixture.ts';

const place = { hall: '330602-H1', window: 'A03', staffId: 'S1' };
const first = { ...badRating, ...place };
const origin = {
  issuer: 7,
  issuedAt: at('2026-11-20 09:00'),
  match: 'matched',
  applicantMark: 'm2',
  trace: 'trace:2',
} as const;
const signed = { by: 'u1', confirmedBy: 'u2', at: at('2026-11-24 10:00') };
const draft = { level: 'satisfied', tags: ['420', '410'], contactConsent: true } as const;

const made = secondGeneration(
  first,
  { ...contest, ...origin },
  { draft, signed, sealedText: 'sealed:words' },
);

describe('the rating that an upheld contest makes', () => {
  it('says what was said with the contest, and counts where the first one counted', () => {
    expect(made).toEqual({
      projectNo: first.projectNo,
      serviceNumber: 1,
      assessNumber: 1,
      generation: 2,
      level: 'satisfied',
      tags: ['410', '420'],
      contactConsent: true,
      sealedText: 'sealed:words',
      channel: 'sms',
      proof: 'token',
      origin: 'active',
      receivedAt: signed.at,
      heldSince: contest.at,
      takenUp: signed,
      fingerprint: 'f2',
      sender: 's2',
      ...origin,
      creditCode: first.creditCode,
      area: first.area,
      matterCode: first.matterCode,
      ...place,
    });
  });

  it('is the generation after the one that was contested', () => {
    const third = secondGeneration(made, contest, { draft, signed, sealedText: undefined });
    expect(third.generation).toBe(3);
  });

  it.each([
    [true, { publishConsent: true }],
    [false, {}],
    [undefined, {}],
  ])('may be published only if its rater agreed: %s', (publishConsent, kept) => {
    const { publishConsent: agreed } = secondGeneration(first, contest, {
      draft: { ...draft, publishConsent },
      signed,
      sealedText: undefined,
    });
    expect({ ...(agreed !== undefined && { publishConsent: agreed }) }).toEqual(kept);
  });
});
