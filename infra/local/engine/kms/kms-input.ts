import { ServiceError, makeUnsupportedError } from '../wire.ts';
import type { WireInput } from '../wire.ts';
import type { EncryptionContext } from './ciphertext.ts';

const UNSUPPORTED_MEMBERS = ['GrantTokens', 'Recipient', 'DryRun', 'DryRunModifiers'];

const makeValidationError = (message: string): ServiceError =>
  new ServiceError('ValidationException', message);

/** Refuses members that would change the result and that the embedded engine does not support. */
export const checkMembers = (input: WireInput): void => {
  const used = UNSUPPORTED_MEMBERS.find((name) => (input[name] ?? undefined) !== undefined);
  if (used !== undefined) throw makeUnsupportedError(`the KMS parameter ${used}`);
  const algorithm = input['EncryptionAlgorithm'] ?? 'SYMMETRIC_DEFAULT';
  if (algorithm === 'SYMMETRIC_DEFAULT') return;
  throw new ServiceError(
    'InvalidKeyUsageException',
    'A symmetric key encrypts and decrypts with SYMMETRIC_DEFAULT only.',
  );
};

export const readName = (input: WireInput): string | undefined => {
  const name = input['KeyId'] ?? undefined;
  if (name === undefined || typeof name === 'string') return name;
  throw new ServiceError('SerializationException', 'KeyId is not a String');
};

export const requireName = (input: WireInput): string => {
  const name = readName(input);
  if (name) return name;
  throw makeValidationError(
    "Value null at 'keyId' failed to satisfy constraint: Member must not be null",
  );
};

/** Reads a blob, which is base64 on the wire. */
export const readBlob = (
  input: WireInput,
  name: string,
  range: { readonly most: number },
): Buffer => {
  const text = input[name];
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (bytes.length >= 1 && bytes.length <= range.most) return bytes;
  throw makeValidationError(`${name} must have a length of 1 to ${range.most} bytes`);
};

export const readContext = (input: WireInput): EncryptionContext => {
  const context = input['EncryptionContext'] ?? {};
  const isRecord = typeof context === 'object' && !Array.isArray(context);
  if (isRecord && Object.values(context).every((value) => typeof value === 'string')) {
    return context as EncryptionContext;
  }
  throw new ServiceError('SerializationException', 'EncryptionContext is not a map of String');
};

const SPECS: ReadonlyMap<unknown, number> = new Map([
  ['AES_256', 32],
  ['AES_128', 16],
]);

/** Returns the bytes of a data key: from `KeySpec` or `NumberOfBytes` (1…1024), never both. */
export const readDataKeyLength = (input: WireInput): number => {
  const { KeySpec: spec, NumberOfBytes: count } = input;
  if ((spec ?? undefined) === undefined) {
    if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= 1024) {
      return count;
    }
    throw makeValidationError('Please specify either number of bytes (1 to 1024) or key spec.');
  }
  const length = SPECS.get(spec);
  if (length !== undefined && (count ?? undefined) === undefined) return length;
  throw makeValidationError(
    'Please specify either number of bytes or key spec AES_256 or AES_128.',
  );
};
