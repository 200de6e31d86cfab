/**
 * 验签: authenticates the caller, in either scheme. The gateway's HMAC does not cover the body; in
 * the SM scheme the envelope is the body.
 */
import { sm2, sm3, sm4 } from 'sm-crypto-v2';

import {
  algorithm,
  isSignature,
  longestSkewMs,
  signatureHeaders,
} from '../../../../shared/http/signature.ts';
import type { Access } from './access.ts';
import { isBody, textOf } from './field.ts';
import type { Body } from './field.ts';

export interface Signed {
  readonly method: string;
  /** With the query, as it was sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export type Authentic =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly message: string };

const rejectWith = (message: string): Authentic => ({ ok: false, message });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isFresh = (claimed: number, now: number): boolean => Math.abs(claimed - now) <= longestSkewMs;

const byHmac = (signed: Signed, access: Access, now: number): Authentic => {
  const readHeader = (name: keyof typeof signatureHeaders): string =>
    String(signed.headers[signatureHeaders[name]] ?? '');
  const [path = '', query = ''] = signed.url.split('?');
  const [accessKey, date] = [readHeader('accessKey'), readHeader('date')];
  if (accessKey !== access.accessKey) return rejectWith('Invalid access key');
  if (readHeader('algorithm') !== algorithm) return rejectWith('Invalid signature');
  if (!isFresh(Date.parse(date), now)) return rejectWith('Clock skew exceeded');
  const parts = { method: signed.method, path, query, accessKey, date };
  if (!isSignature(readHeader('signature'), parts, access.secret))
    return rejectWith('Invalid signature');
  return { ok: true, body: parseJson(signed.body) };
};

/** yyyyMMddHHmmss in Shanghai time. */
const epochOf = (time: string): number => {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(time) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
};

const isSignedBy = (envelope: Body, { secret, sm2PublicKey }: Access): boolean => {
  const [time, appMark, data] = ['time', 'appMark', 'data'].map((name) => textOf(envelope, name));
  const text = `${time}${appMark}${secret}${sm3(data ?? '')}`;
  try {
    return sm2.doVerifySignature(text, textOf(envelope, 'sign'), sm2PublicKey, { hash: true });
  } catch {
    // The library throws for data that is not a signature.
    return false;
  }
};

const decryptJson = (data: string, key: string): unknown => {
  try {
    return parseJson(sm4.decrypt(data.slice(32), key, { mode: 'cbc', iv: data.slice(0, 32) }));
  } catch {
    return undefined;
  }
};

const bySm = (envelope: Body, access: Access, now: number): Authentic => {
  if (textOf(envelope, 'appMark') !== access.accessKey) return rejectWith('Invalid appMark');
  if (!isFresh(epochOf(textOf(envelope, 'time')), now)) return rejectWith('Clock skew exceeded');
  if (!isSignedBy(envelope, access)) return rejectWith('Invalid signature');
  return { ok: true, body: decryptJson(textOf(envelope, 'data'), access.sm4Key) };
};

/**
 * Returns the decrypted body of a call that the city signed; `undefined` in the result: the body
 * was not JSON.
 */
export const authenticateCall = (signed: Signed, access: Access, now: number): Authentic => {
  const body = parseJson(signed.body);
  const isEnvelope = isBody(body) && 'appMark' in body && 'sign' in body && 'data' in body;
  return isEnvelope ? bySm(body, access, now) : byHmac(signed, access, now);
};
