import * as fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';

import { exampleToken } from '../../../events/example.table.ts';
import type { Link } from '../../../shared/domain/rating/proof/link.ts';
import { fromEpoch, toEpoch } from '../../../shared/domain/time/instant.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { issueToken, readToken } from '../../../shared/http/token.ts';
import { at } from '../../fake/clock.ts';
import { fakeKeyRing } from '../../fake/key-ring.ts';

const keys = fakeKeyRing();
const issuedAt = at('2026-11-20T09:30:00+08:00');

const link: Link = {
  projectNo: '330602261120000000017',
  serviceNumber: 1,
  channel: 'qr',
  issuedAt,
  issuer: 16,
  match: 'not_stated',
};

const codeOf = async (token: string, now = issuedAt): Promise<string> => {
  try {
    await readToken(keys, token, now);
    return 'read';
  } catch (fault) {
    return fault instanceof Problem ? fault.code : String(fault);
  }
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The characters that differ from the last one in bits that belong to no byte. */
const spellingsOf = (token: string): readonly string[] => {
  const value = alphabet.indexOf(token.slice(-1));
  return [1, 2, 3].map((bits) => token.slice(0, -1) + (alphabet[value ^ bits] ?? ''));
};

describe('the token of a link', () => {
  it('has 42 characters and is read as it was issued', async () => {
    const token = await issueToken(keys, link);
    expect(token).toMatch(/^[\w-]{42}$/);
    expect(await readToken(keys, token, issuedAt)).toEqual(link);
    expect(exampleToken).toHaveLength(token.length);
  });

  it('is refused with any bit changed', async () => {
    const bytes = Buffer.from(await issueToken(keys, link), 'base64url');
    const codes = await Promise.all(
      Array.from({ length: bytes.length * 8 }, (_, bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        return codeOf(changed.toString('base64url'));
      }),
    );
    expect(codes).toHaveLength(248);
    expect(new Set(codes)).toEqual(new Set(['token_invalid']));
  });

  it('is refused in another spelling of the same bytes', async () => {
    const token = await issueToken(keys, link);
    const bytes = Buffer.from(token, 'base64url');
    const spellings = spellingsOf(token);
    for (const spelling of spellings) {
      expect(Buffer.from(spelling, 'base64url').equals(bytes)).toBe(true);
      expect(await codeOf(spelling)).toBe('token_invalid');
    }
    expect(await codeOf(`${token}=`)).toBe('token_invalid');
    expect(await codeOf(`${token}\n`)).toBe('token_invalid');
    expect(await codeOf(` ${token}`)).toBe('token_invalid');
  });

  it('is refused when another system issued it, and whatever else it is', async () => {
    expect(await codeOf(await issueToken(fakeKeyRing('other'), link))).toBe('token_invalid');
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 64 }), async (text) => {
        expect(await codeOf(text)).toBe('token_invalid');
      }),
    );
  });

  it.each([
    ['portal', 30],
    ['app', 30],
    ['sms', 15],
    ['qr', 15],
    ['terminal', 1],
  ] as const)('of %s expires after %i days, counted from its minute', async (channel, days) => {
    const token = await issueToken(keys, {
      ...link,
      channel,
      issuedAt: at('2026-11-20T01:30:42Z'),
    });
    const end = toEpoch(issuedAt) + days * 24 * 60 * 60_000;
    expect(await codeOf(token, fromEpoch(end - 1))).toBe('read');
    expect(await codeOf(token, fromEpoch(end))).toBe('token_expired');
  });

  it('of a pad never expires', async () => {
    const token = await issueToken(keys, { ...link, channel: 'pad' });
    expect(await codeOf(token, at('2030-01-01T00:00:00Z'))).toBe('read');
  });

  it('makes a QR code of 37 modules', async () => {
    const url = `https://pingjia.example.cn/r/${await issueToken(keys, link)}`;
    expect(encode(url, { border: 0 }).size).toBeLessThanOrEqual(37);
  });
});
