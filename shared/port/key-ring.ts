/** What a derived key is for; two purposes never share one. */
export type KeyPurpose = 'field' | 'token' | 'receipt' | 'fingerprint';

/**
 * Keys derived from one wrapped data key (KMS on AWS, a key file locally). A sealed text names the
 * version of the data key it was made with, so that a rotation leaves old texts readable.
 */
export interface KeyRing {
  /** Encrypts, bound to `place` (for example the item key): opening it elsewhere fails. */
  encrypt(plain: string, place: string): Promise<string>;
  /** Throws when the text was not sealed by us for that place. */
  decrypt(sealed: string, place: string): Promise<string>;
  /** 32 bytes for that purpose, of the newest version. */
  key(purpose: Exclude<KeyPurpose, 'field'>): Promise<Uint8Array>;
}
