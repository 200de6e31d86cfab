import { signingAlgorithm } from './signing-keys.ts';

/** The value that the API requires in `aud`. */
export const audience = 'haochaping';

/** The resource indicator (RFC 8707) of the API; it must be an absolute URI. */
export const apiResource = 'urn:haochaping:api';

/** One working day: long enough for a shift, short enough that no client relies on it overnight. */
export const accessTokenSeconds = 8 * 60 * 60;

export const resourceServer = {
  scope: 'staff',
  audience,
  accessTokenTTL: accessTokenSeconds,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: signingAlgorithm } },
} as const;

/** A grant type that issues a token for a seeded account in one request; local only. */
export const localAccountGrant = 'urn:haochaping:local-account';

/** Path below the issuer that lists every account for which a token can be requested. */
export const accountsPath = '/accounts';
