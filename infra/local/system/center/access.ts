/**
 * 接入凭证: the credentials with which the city signs its calls, created once by the center and
 * stored with its other data.
 */
import { randomBytes } from 'node:crypto';

import { sm2 } from 'sm-crypto-v2';

import type { Book } from './book.ts';

/** One set for both schemes: `accessKey` is the appMark of the SM scheme, `secret` its appWord. */
export interface Access {
  readonly accessKey: string;
  readonly secret: string;
  /** 16 bytes, hex. */
  readonly sm4Key: string;
  /**
   * Hex. The simulated center creates the city's key pair and passes it on; a real center knows
   * only the public key.
   */
  readonly sm2PrivateKey: string;
  readonly sm2PublicKey: string;
}

/** The key that the city gave the center for its callbacks. */
export interface CallbackKey {
  readonly accessKey: string;
  readonly secret: string;
}

const generateAccess = (): Access => {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  return {
    accessKey: `ZJ${randomBytes(8).toString('hex').toUpperCase()}`,
    secret: randomBytes(24).toString('base64url'),
    sm4Key: randomBytes(16).toString('hex'),
    sm2PrivateKey: privateKey,
    sm2PublicKey: publicKey,
  };
};

export const accessIn = (book: Book): Access => {
  const known = book.setting<Access>('access');
  if (known) return known;
  const access = generateAccess();
  book.set('access', access);
  return access;
};

export const callbackKeyIn = (book: Book): CallbackKey | undefined =>
  book.setting<CallbackKey>('callbackKey');

export const keepCallbackKey = (book: Book, key: CallbackKey): void => book.set('callbackKey', key);
