import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lastIssuer } from '../../../../shared/domain/access/issuer.ts';
import { InvitedChannel } from '../../../../shared/domain/rating/channel.ts';
import {
  decodeLink,
  encodeLink,
  linkBytes,
  minuteOf,
  personMatches,
  recordOfLink,
} from '../../../../shared/domain/rating/proof/link.ts';
import type { Link } from '../../../../shared/domain/rating/proof/link.ts';
import { fromEpoch } from '../../../../shared/domain/time/instant.ts';
import { at } from '../../../fake/clock.ts';

const first = Date.UTC(2020, 0, 1);
const lastMinute = 2 ** 24 - 1;

const link: Link = {
  projectNo: '330602261120000000017',
  serviceNumber: 1,
  channel: 'qr',
  issuedAt: at('2026-11-20T09:30:00+08:00'),
  issuer: 16,
  match: 'not_stated',
};

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 21, maxLength: 21 });

/** Every value for which a link has room. */
const links: fc.Arbitrary<Link> = fc.record({
  projectNo: digits.map((all) => all.join('')),
  serviceNumber: fc.integer({ min: 1, max: 127 }),
  channel: fc.constantFrom(...InvitedChannel.options, 'pad' as const),
  issuedAt: fc.integer({ min: 0, max: lastMinute }).map((n) => fromEpoch(first + n * 60_000)),
  issuer: fc.integer({ min: 0, max: lastIssuer }),
  match: fc.constantFrom(...personMatches),
});

describe('the content of a link', () => {
  it('states how a person compares, or none', () => {
    expect(personMatches).toEqual(['not_stated', 'matched', 'other', 'not_comparable']);
  });

  it('is read as it was written, in 19 bytes', () => {
    fc.assert(
      fc.property(links, (one) => {
        const hex = encodeLink(one);
        expect(hex).toHaveLength(2 * linkBytes);
        expect(decodeLink(hex)).toEqual(one);
      }),
    );
  });

  it('is different for different links', () => {
    fc.assert(
      fc.property(links, links, (a, b) => {
        expect(encodeLink(a) === encodeLink(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('has room for the last values of every field', () => {
    const last: Link = {
      projectNo: '9'.repeat(21),
      serviceNumber: 127,
      channel: 'terminal',
      issuedAt: fromEpoch(first + lastMinute * 60_000),
      issuer: lastIssuer,
      match: 'not_comparable',
    };
    expect(decodeLink(encodeLink(last))).toEqual(last);
  });

  it('keeps the minute and no seconds', () => {
    const issuedAt = at('2026-11-20T09:30:59+08:00');
    const read = decodeLink(encodeLink({ ...link, issuedAt }));
    expect(read?.issuedAt).toBe('2026-11-20T01:30:00.000Z');
    expect(minuteOf(issuedAt)).toBe('2026-11-20T01:30:00.000Z');
  });

  it.each([
    ['a number of 22 digits', { projectNo: `1${'9'.repeat(21)}` }, 'projectNo'],
    ['contact 128', { serviceNumber: 128 }, 'serviceNumber'],
    ['an issuer beyond 20 bits', { issuer: lastIssuer + 1 }, 'issuer'],
    ['a negative issuer', { issuer: -1 }, 'issuer'],
    ['a moment before 2020', { issuedAt: fromEpoch(first - 1) }, 'minute'],
    ['a moment after 31 years', { issuedAt: fromEpoch(first + 2 ** 24 * 60_000) }, 'minute'],
  ])('has no room for %s', (_name, more, field) => {
    expect(() => encodeLink({ ...link, ...more })).toThrow(`no room for this ${field}`);
  });

  it.each([
    ['another version', (hex: string) => `2${hex.slice(1)}`],
    ['spare bits', (hex: string) => `${hex.slice(0, -1)}1`],
    ['channel 0', (hex: string) => withChannel(hex, 0n)],
    ['an unknown channel', (hex: string) => withChannel(hex, 15n)],
  ])('is not read with %s', (_name, change) => {
    expect(decodeLink(change(encodeLink(link)))).toBeUndefined();
  });

  it('is recorded with its rating; a person only when one was stated', () => {
    const { channel, issuer, issuedAt } = link;
    expect(recordOfLink(link)).toEqual({ channel, issuer, issuedAt });
    expect(recordOfLink({ ...link, match: 'other' })).toMatchObject({ match: 'other' });
  });
});

/** The channel stands before the 67 bits of minute, issuer, match and spare. */
const withChannel = (hex: string, channel: bigint): string => {
  const place = 67n;
  const cleared = BigInt(`0x${hex}`) & ~(15n << place);
  return (cleared | (channel << place)).toString(16).padStart(2 * linkBytes, '0');
};
