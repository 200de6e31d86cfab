/** Encrypts what waits in the queue: the files of the device show no rating and no link. */
import type { PadDeps } from '../ports.ts';

type PadCrypto = PadDeps['crypto'];

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(text));

export const createSealKey = ({ subtle }: Pick<PadCrypto, 'subtle'>): Promise<CryptoKey> =>
  subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** Bound to its number: a record that was moved to another number cannot be read. */
const cipher = (sequence: number, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: bytesOf(`rating/${sequence}`),
});

export interface SealWith {
  readonly key: CryptoKey;
  readonly sequence: number;
  readonly crypto: PadCrypto;
}

export const seal = async (
  content: object,
  { key, sequence, crypto }: SealWith,
): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = bytesOf(JSON.stringify(content));
  return { iv, sealed: await crypto.subtle.encrypt(cipher(sequence, iv), key, text) };
};

/** @throws when it is damaged or of another number */
export const unseal = async (
  { iv, sealed }: Sealed,
  { key, sequence, crypto }: SealWith,
): Promise<unknown> => {
  const text = await crypto.subtle.decrypt(cipher(sequence, iv), key, sealed);
  return JSON.parse(new TextDecoder().decode(text));
};
