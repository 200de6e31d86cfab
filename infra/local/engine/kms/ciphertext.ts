import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Names and values that must be the same for encryption and decryption; neither secret nor stored.
 */
export type EncryptionContext = Readonly<Record<string, string>>;

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The order of the pairs does not matter. */
const canonicalizeContext = (context: EncryptionContext): string =>
  JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Version, length of the key id, key id: the part that is read before decryption. */
const headerOf = (keyId: string): Buffer => {
  const id = Buffer.from(keyId);
  return Buffer.concat([Buffer.from([VERSION, id.length]), id]);
};

const buildAad = (header: Buffer, context: EncryptionContext): Buffer =>
  Buffer.concat([header, Buffer.from(canonicalizeContext(context))]);

export interface Lock {
  readonly keyId: string;
  readonly key: Buffer;
  readonly context: EncryptionContext;
}

/** Encrypts with AES-256-GCM. Header and context are authenticated with the text. */
export const seal = ({ keyId, key, context }: Lock, plain: Buffer): Buffer => {
  const header = headerOf(keyId);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(buildAad(header, context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([header, iv, cipher.getAuthTag(), body]);
};

/** Returns the key id in a ciphertext; undefined for bytes that this engine did not write. */
export const keyIdOf = (blob: Buffer): string | undefined => {
  const [version, length = 0] = blob;
  const rest = blob.length - 2 - length;
  if (version !== VERSION || length === 0 || rest < IV_BYTES + TAG_BYTES) return undefined;
  return blob.toString('utf8', 2, 2 + length);
};

/** Decrypts. Returns undefined when ciphertext, key and context do not match. */
export const unseal = ({ keyId, key, context }: Lock, blob: Buffer): Buffer | undefined => {
  const header = headerOf(keyId);
  const iv = blob.subarray(header.length, header.length + IV_BYTES);
  const tag = blob.subarray(header.length + IV_BYTES, header.length + IV_BYTES + TAG_BYTES);
  const body = blob.subarray(header.length + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(buildAad(header, context)).setAuthTag(tag);
  const plain = decipher.update(body);
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // Only a wrong authentication tag makes `final` throw here.
    return undefined;
  }
};
