import { signingAlgorithm } from './signing-keys.ts';

/** What the API checks in `aud`. */
export const audience = 'haochaping';

/** The resource indicator (RFC 8707) that stands for the API; it must be an absolute URI. */
export const apiResource = 'urn:haochaping:api';

/** A working day: long enough for a shift, short enough that nobody relies on it overnight. */
export const accessTokenSeconds = 8 * 60 * 60;

export const resourceServer = {
  scope: 'staff',
  audience,
  accessTokenTTL: accessTokenSeconds,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: signingAlgorithm } },
} as const;

/** Takes a token for a seeded account in one call; known to the local provider only. */
export const localAccountGrant = 'urn:haochaping:local-account';

/** Below the path of the issuer: every account that a token can be taken for. */
export const accountsPath = '/accounts';
