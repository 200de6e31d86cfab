/** A token issuer with published keys, whose tokens are issued at the time of the given clock. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';

import type { LocalClock } from '../../../../infra/local/engine/clock.ts';

export interface Issuer {
  readonly url: string;
  /** Valid for an hour unless the claims say otherwise. */
  token(claims: JWTPayload): Promise<string>;
  /** The same, signed with a key that is not published. */
  forged(claims: JWTPayload): Promise<string>;
  stop(): Promise<void>;
}

const HEADER = { alg: 'RS256', kid: 'one' };

export const startIssuer = async (clock: LocalClock): Promise<Issuer> => {
  const own = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const published = { keys: [{ ...(await exportJWK(own.publicKey)), ...HEADER, use: 'sig' }] };
  const server = createServer((request, response) => {
    const isKeys = request.url === '/keys';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKeys ? published : { issuer: url, jwks_uri: `${url}/keys` }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = (claims: JWTPayload, key: CryptoKey): Promise<string> => {
    const now = Math.floor(clock.now() / 1000);
    const payload = { iss: url, iat: now, exp: now + 3600, ...claims };
    return new SignJWT(payload).setProtectedHeader(HEADER).sign(key);
  };
  return {
    url,
    token: (claims) => sign(claims, own.privateKey),
    forged: (claims) => sign(claims, stranger.privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
