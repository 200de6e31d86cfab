/** The signature of a pad's call: the same as that of an integrator, by WebCrypto. */
import { hmac, sha256, toBase64 } from '../key/hmac.ts';
import type { PadDeps } from '../ports.ts';
import type { PadIdentity } from '../queue/settings.ts';

export interface Call {
  readonly method: 'GET' | 'POST';
  /** Without a query: no call of a pad has one. */
  readonly path: string;
  readonly body?: object | undefined;
  /** The version that the pad has. */
  readonly etag?: string | undefined;
}

type Crypto = Pick<PadDeps, 'crypto'>['crypto'];

interface SignWith {
  readonly pad: Pick<PadIdentity, 'padId' | 'sign'>;
  readonly now: number;
  readonly crypto: Crypto;
}

/** The same call may be made twice within a second; its signature is accepted once. */
const createNonce = (crypto: Crypto): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const headersOfBody = async (body: string, crypto: Crypto): Promise<Record<string, string>> => ({
  'content-type': 'application/json',
  'content-digest': `sha-256=:${toBase64(await sha256(body, crypto))}:`,
  'x-bg-nonce': createNonce(crypto),
});

export const signedInit = async (
  { method, path, body, etag }: Call,
  { pad, now, crypto }: SignWith,
): Promise<RequestInit> => {
  const text = body && JSON.stringify(body);
  const ofBody: Record<string, string> =
    text === undefined ? {} : await headersOfBody(text, crypto);
  const date = new Date(now).toUTCString();
  const lines = [method, path, '', pad.padId, date];
  const more = [ofBody['content-digest'], ofBody['x-bg-nonce']].filter(
    (line) => line !== undefined,
  );
  const signature = await hmac([...lines, ...more, ''].join('\n'), pad.sign, {
    subtle: crypto.subtle,
  });
  const headers = {
    ...ofBody,
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    'x-bg-hmac-access-key': pad.padId,
    'x-bg-hmac-algorithm': 'hmac-sha256',
    'x-bg-date-time': date,
    'x-bg-hmac-signature': toBase64(signature),
  };
  return text === undefined ? { method, headers } : { method, headers, body: text };
};
