/** The purpose of a derived key; two purposes never share a key. */
export type KeyPurpose = 'field' | 'token' | 'receipt' | 'fingerprint' | 'network';

/**
 * Keys derived from one wrapped data key (KMS on AWS, a key file locally). A ciphertext names the
 * version of its data key, so old ciphertexts stay readable after a rotation.
 */
export interface KeyRing {
  /**
   * Encrypts a text, bound to `place` (for example the item key). Decryption with another place
   * fails.
   */
  encrypt(plain: string, place: string): Promise<string>;
  /**
   * Decrypts a text; of one that was erased it returns the words that views show in its place
   * (`erasedWords`). Throws when it was not encrypted by this system for that place.
   */
  decrypt(sealed: string, place: string): Promise<string>;
  /** Returns 32 bytes for that purpose, of the newest version. */
  key(purpose: Exclude<KeyPurpose, 'field'>): Promise<Uint8Array>;
}
