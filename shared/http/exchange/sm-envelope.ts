/**
 * 国密报文: the envelope that Beijing's interface requires, as inferred from code that calls it,
 * but with SM4 instead of SM2 for the body, because a record is longer than a key. RECONSTRUCTION:
 * a target that requires it will define its own order of fields.
 *
 * `data`: hex of a fresh IV (16 bytes) followed by SM4-CBC (PKCS#7) of the JSON body. `sign`: hex
 * r‖s of SM2 with SM3 and the standard's default user id, over the UTF-8 text `time + appMark +
 * appWord + SM3(data)`, where SM3 is lower-case hex of the text `data`.
 */
import { sm2, sm3, sm4 } from 'sm-crypto-v2';

import type { Instant } from '../../domain/time/instant.ts';
import { wireTime } from '../../domain/time/wire-time.ts';

export interface SmKeys {
  readonly appMark: string;
  readonly appWord: string;
  /** 16 bytes, hex. */
  readonly sm4Key: string;
  /** 32 bytes, hex. */
  readonly sm2PrivateKey: string;
}

export interface SmEnvelope {
  readonly appMark: string;
  /** yyyyMMddHHmmss, Shanghai time. */
  readonly time: string;
  readonly sign: string;
  readonly data: string;
}

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const signedText = ({ time, appMark, data }: Omit<SmEnvelope, 'sign'>, appWord: string): string =>
  time + appMark + appWord + sm3(data);

/** Builds the envelope. `iv`: 16 random bytes, never used before. */
export const smEnvelope = (
  body: string,
  keys: SmKeys,
  { at, iv }: { readonly at: Instant; readonly iv: Uint8Array },
): SmEnvelope => {
  const cipher = sm4.encrypt(body, keys.sm4Key, { mode: 'cbc', iv: toHex(iv) });
  const { appMark } = keys;
  const open = { appMark, time: wireTime('yyyyMMddHHmmss', at), data: toHex(iv) + cipher };
  const sign = sm2.doSignature(signedText(open, keys.appWord), keys.sm2PrivateKey, { hash: true });
  return { ...open, sign };
};

/**
 * Opens the envelope as the receiver does: verifies the signature with the key and decrypts the
 * content.
 */
export const decryptSmEnvelope = (
  envelope: SmEnvelope,
  keys: Pick<SmKeys, 'appWord' | 'sm4Key'> & { readonly sm2PublicKey: string },
): string | undefined => {
  const { sign, data } = envelope;
  const text = signedText(envelope, keys.appWord);
  if (!sm2.doVerifySignature(text, sign, keys.sm2PublicKey, { hash: true })) return undefined;
  return sm4.decrypt(data.slice(32), keys.sm4Key, { mode: 'cbc', iv: data.slice(0, 32) });
};
