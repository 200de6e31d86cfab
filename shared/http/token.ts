import { createHmac, timingSafeEqual } from 'node:crypto';

import { linkExpiry } from '../domain/rating/invitation.ts';
import { decodeLink, encodeLink, linkBytes } from '../domain/rating/proof/link.ts';
import type { Link } from '../domain/rating/proof/link.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { KeyRing } from '../port/key-ring.ts';
import { Problem } from './problem/problem.ts';

/** 评价凭证: which contact may be rated, over which channel, and who issued it, when. */
export type Invited = Link;

const macBytes = 12;
/** 31 bytes in base64url. */
const tokenForm = /^[\w-]{42}$/;

const macOf = async (keys: KeyRing, link: Uint8Array): Promise<Uint8Array> =>
  createHmac('sha256', await keys.key('token'))
    .update(link)
    .digest()
    .subarray(0, macBytes);

/** Issues a token of 42 characters; only the minute of the issue is kept. */
export const issueToken = async (keys: KeyRing, invited: Invited): Promise<string> => {
  const link = Buffer.from(encodeLink(invited), 'hex');
  return Buffer.concat([link, await macOf(keys, link)]).toString('base64url');
};

/** The last character has two bits that belong to no byte: only one spelling is a token. */
const bytesOf = (token: string): Buffer | undefined => {
  const bytes = tokenForm.test(token) ? Buffer.from(token, 'base64url') : undefined;
  return bytes?.toString('base64url') === token ? bytes : undefined;
};

const linkOf = async (keys: KeyRing, token: string): Promise<Link | undefined> => {
  const bytes = bytesOf(token);
  if (bytes === undefined) return undefined;
  const link = bytes.subarray(0, linkBytes);
  const isOwn = timingSafeEqual(bytes.subarray(linkBytes), await macOf(keys, link));
  return isOwn ? decodeLink(link.toString('hex')) : undefined;
};

/**
 * Returns the token's content, if this system issued it and it is valid at `at`. Otherwise throws a
 * problem that says which condition failed.
 */
export const readToken = async (keys: KeyRing, token: string, at: Instant): Promise<Invited> => {
  const link = await linkOf(keys, token);
  if (link === undefined) throw new Problem('token_invalid');
  const until = linkExpiry(link);
  if (until !== undefined && at >= until) throw new Problem('token_expired');
  return link;
};
