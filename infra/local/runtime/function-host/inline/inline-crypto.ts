/**
 * `node:crypto` with keyed digests that cache their key objects: Node needs several times as long
 * for a key in bytes as for a key object, and every call of a service needs a signature.
 */
import * as crypto from 'node:crypto';

interface KnownKey {
  readonly bytes: Buffer;
  readonly key: crypto.KeyObject;
}

const known = new WeakMap<Uint8Array, KnownKey>();

/** By the array itself, for as long as it contains the same bytes. */
const keyObjectOf = (bytes: Uint8Array): crypto.KeyObject => {
  const found = known.get(bytes);
  if (found?.bytes.equals(bytes) === true) return found.key;
  const key = crypto.createSecretKey(bytes);
  known.set(bytes, { bytes: Buffer.from(bytes), key });
  return key;
};

const createHmac: typeof crypto.createHmac = (algorithm, key, options) =>
  crypto.createHmac(algorithm, key instanceof Uint8Array ? keyObjectOf(key) : key, options);

export const inlineCrypto: Readonly<Record<string, unknown>> = {
  ...crypto,
  default: { ...crypto, createHmac },
  createHmac,
};
