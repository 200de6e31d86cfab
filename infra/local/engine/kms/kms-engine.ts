/**
 * The embedded key service (KMS): symmetric keys in a key file, data keys and small ciphertexts
 * under them, with the AWS JSON 1.1 protocol. A subset: every other operation is refused by name.
 */
import { randomBytes } from 'node:crypto';

import { ServiceError, makeUnsupportedError } from '../wire.ts';
import type { WireInput, WireService } from '../wire.ts';
import { keyIdOf, seal, unseal } from './ciphertext.ts';
import { KeyFile } from './key-file.ts';
import { keyNotFound, KeyNames } from './key-names.ts';
import type { KeyDefinition, NamedKey } from './key-names.ts';
import {
  checkMembers,
  readBlob,
  readContext,
  readDataKeyLength,
  readName,
  requireName,
} from './kms-input.ts';

export interface KmsEngineOptions {
  /** The file with the master keys; created on first use, readable by its owner only. */
  readonly keyFile: string;
  /**
   * The keys of the template. If omitted, any well-formed name gets a key on its first encryption.
   */
  readonly keys?: readonly KeyDefinition[];
}

const LONGEST_PLAINTEXT = 4096;
const LONGEST_CIPHERTEXT = 6144;
const ALGORITHM = 'SYMMETRIC_DEFAULT';

const invalidCiphertext = () => new ServiceError('InvalidCiphertextException', '');

class EmbeddedKmsEngine implements WireService {
  readonly targetPrefix = 'TrentService';
  readonly #file: KeyFile;
  readonly #names: KeyNames;
  readonly #operations: ReadonlyMap<string, (input: WireInput) => object>;

  constructor({ keyFile, keys }: KmsEngineOptions) {
    this.#file = new KeyFile(keyFile);
    this.#names = new KeyNames(keys);
    this.#operations = new Map([
      ['GenerateDataKey', (input) => this.#generateDataKey(input)],
      ['GenerateDataKeyWithoutPlaintext', (input) => this.#generateSealedDataKey(input)],
      ['Encrypt', (input) => this.#encrypt(input)],
      ['Decrypt', (input) => this.#decrypt(input)],
      ['DescribeKey', (input) => this.#describe(input)],
    ]);
  }

  async handle(operation: string, input: WireInput): Promise<object> {
    const work = this.#operations.get(operation);
    if (!work) throw makeUnsupportedError(`the KMS operation ${operation}`);
    checkMembers(input);
    return work(input);
  }

  #generateDataKey(input: WireInput): object {
    const plain = randomBytes(readDataKeyLength(input));
    return { ...this.#sealed(input, plain), Plaintext: plain.toString('base64') };
  }

  #generateSealedDataKey(input: WireInput): object {
    return this.#sealed(input, randomBytes(readDataKeyLength(input)));
  }

  #encrypt(input: WireInput): object {
    const plain = readBlob(input, 'Plaintext', { most: LONGEST_PLAINTEXT });
    return { ...this.#sealed(input, plain), EncryptionAlgorithm: ALGORITHM };
  }

  #sealed(input: WireInput, plain: Buffer) {
    const context = readContext(input);
    const { id, arn } = this.#names.resolve(requireName(input));
    const key = this.#file.findOrMake(id);
    const blob = seal({ keyId: id, key, context }, plain);
    return { KeyId: arn, CiphertextBlob: blob.toString('base64') };
  }

  #decrypt(input: WireInput): object {
    const blob = readBlob(input, 'CiphertextBlob', { most: LONGEST_CIPHERTEXT });
    const context = readContext(input);
    const keyId = keyIdOf(blob) ?? '';
    const named = this.#expected(input, keyId);
    const key = this.#file.find(keyId);
    const plain = key && unseal({ keyId, key, context }, blob);
    if (!plain) throw invalidCiphertext();
    const { arn } = named ?? this.#names.resolve(keyId);
    return { KeyId: arn, Plaintext: plain.toString('base64'), EncryptionAlgorithm: ALGORITHM };
  }

  /** Returns the key that the request requires, if any; it must be the one in the ciphertext. */
  #expected(input: WireInput, keyId: string): NamedKey | undefined {
    const name = readName(input);
    if (name === undefined) return undefined;
    const key = this.#existing(name);
    if (keyId === '' || key.id === keyId) return key;
    throw new ServiceError(
      'IncorrectKeyException',
      'The key ID in the request does not identify a CMK that can perform this operation.',
    );
  }

  #existing(name: string): NamedKey {
    const key = this.#names.resolve(name);
    if (this.#names.areDefined || this.#file.find(key.id)) return key;
    throw keyNotFound(name);
  }

  #describe(input: WireInput): object {
    const { id, arn } = this.#existing(requireName(input));
    return {
      KeyMetadata: {
        AWSAccountId: arn.split(':')[4],
        KeyId: id,
        Arn: arn,
        Enabled: true,
        KeyState: 'Enabled',
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeySpec: ALGORITHM,
        EncryptionAlgorithms: [ALGORITHM],
        KeyManager: 'CUSTOMER',
        Origin: 'AWS_KMS',
        MultiRegion: false,
      },
    };
  }
}

/** Throws when the key file exists and its content is invalid. */
export const createKmsEngine = (options: KmsEngineOptions): WireService =>
  new EmbeddedKmsEngine(options);
