import type { PadDeps } from '../ports.ts';

type Subtle = Pick<PadDeps['crypto'], 'subtle'>;

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(text));

/** The server signs with the characters of the key, not with the bytes that they stand for. */
export const importSignKey = ({ subtle }: Subtle, key: string): Promise<CryptoKey> =>
  subtle.importKey('raw', bytesOf(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

export const hmac = async (text: string, key: CryptoKey, { subtle }: Subtle): Promise<Uint8Array> =>
  new Uint8Array(await subtle.sign('HMAC', key, bytesOf(text)));

export const sha256 = async (text: string, { subtle }: Subtle): Promise<Uint8Array> =>
  new Uint8Array(await subtle.digest('SHA-256', bytesOf(text)));

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
