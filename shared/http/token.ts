import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod/mini';

import { Channel } from '../domain/rating/channel.ts';
import { toEpoch } from '../domain/time/instant.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { KeyRing } from '../port/key-ring.ts';
import { Problem } from './problem/problem.ts';

const Claims = z.object({
  /** projectNo */
  p: z.string(),
  /** serviceNumber */
  s: z.int(),
  /** channel */
  c: Channel,
  /** the pad that displayed it */
  d: z.optional(z.string()),
  /** the access key that invited */
  i: z.optional(z.string()),
});

/** 评价凭证: which contact may be rated, and over which channel. It names no person. */
export interface Invited {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly channel: Channel;
  readonly padId?: string | undefined;
  /** The access key that invited. */
  readonly accessKey?: string | undefined;
}

/**
 * Issues a compact JWS. A pad's token has no expiry: a pad may be offline for days, and no rating
 * given at a window may be lost because of that.
 */
export const issueToken = async (
  keys: KeyRing,
  invited: Invited,
  expiresAt: Instant | undefined,
): Promise<string> => {
  const { projectNo: p, serviceNumber: s, channel: c, padId: d, accessKey: i } = invited;
  const claims = { p, s, c, ...(d !== undefined && { d }), ...(i !== undefined && { i }) };
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' });
  if (expiresAt !== undefined) token.setExpirationTime(Math.floor(toEpoch(expiresAt) / 1000));
  return token.sign(await keys.key('token'));
};

/**
 * Returns the token's content, if this system issued it and it is valid at `at`. Otherwise throws a
 * problem that says which condition failed.
 */
export const readToken = async (keys: KeyRing, token: string, at: Instant): Promise<Invited> => {
  const claims = Claims.safeParse(await verifyToken(keys, token, at));
  if (!claims.success) throw new Problem('token_invalid');
  const { p, s, c, d, i } = claims.data;
  return { projectNo: p, serviceNumber: s, channel: c, padId: d, accessKey: i };
};

const verifyToken = async (keys: KeyRing, token: string, at: Instant): Promise<unknown> => {
  const key = await keys.key('token');
  try {
    const currentDate = new Date(toEpoch(at));
    return (await jwtVerify(token, key, { algorithms: ['HS256'], currentDate })).payload;
  } catch (fault) {
    if (fault instanceof errors.JWTExpired) throw new Problem('token_expired');
    if (fault instanceof errors.JOSEError) throw new Problem('token_invalid');
    throw fault;
  }
};
