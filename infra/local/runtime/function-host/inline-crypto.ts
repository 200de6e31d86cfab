/**
 * `node:crypto` with keyed digests that remember their keys: Node takes several times as long for a
 * key that comes as bytes as for a key object, and a signature is made for every call of a service.
 */
import * as crypto from 'node:crypto';

const known = new WeakMap<Uint8Array, crypto.KeyObject>();

/** By the array itself: whoever writes into one must not sign with it again, and nobody here does. */
const keyObjectOf = (bytes: Uint8Array): crypto.KeyObject => {
  const found = known.get(bytes);
  if (found) return found;
  const made = crypto.createSecretKey(bytes);
  known.set(bytes, made);
  return made;
};

const createHmac: typeof crypto.createHmac = (algorithm, key, options) =>
  crypto.createHmac(algorithm, key instanceof Uint8Array ? keyObjectOf(key) : key, options);

export const inlineCrypto: Readonly<Record<string, unknown>> = {
  ...crypto,
  default: { ...crypto, createHmac },
  createHmac,
};
