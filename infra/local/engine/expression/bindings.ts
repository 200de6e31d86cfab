/** `ExpressionAttributeNames` and `ExpressionAttributeValues` of one request. */
import { ownMember } from '../own-member.ts';
import type { ServiceError } from '../wire.ts';
import type { DocumentPath } from './document-path.ts';
import { makeValidationError } from './refusal.ts';
import type { RawPath } from './syntax.ts';
import type { AttributeValue, Item } from './value/attribute-value.ts';
import { itemSize } from './value/value-size.ts';

export interface BindingsInput {
  readonly names: Readonly<Record<string, string>> | undefined;
  readonly values: Readonly<Record<string, AttributeValue>> | undefined;
}

const ALIAS = /^[#:][A-Za-z0-9_]+$/;
const MAX_ALIAS_LENGTH = 255;
const MAX_BYTES = 2 * 1024 * 1024;

const TOO_LONG =
  'contains invalid key: The expression attribute map contains a key that is too long';

const checkAliases = (parameter: string, sign: '#' | ':', aliases: readonly string[]): void => {
  if (aliases.length === 0) throw makeValidationError(`${parameter} must not be empty`);
  for (const alias of aliases) {
    if (alias.length > MAX_ALIAS_LENGTH) throw makeValidationError(`${parameter} ${TOO_LONG}`);
    if (alias.startsWith(sign) && ALIAS.test(alias)) continue;
    throw makeValidationError(`${parameter} contains invalid key: Syntax error; key: "${alias}"`);
  }
};

/** DynamoDB limits all placeholders, together with the names and values they stand for, to 2 MB. */
const checkSizes = (names: object, values: Item): void => {
  let ofNames = 0;
  for (const [alias, name] of Object.entries(names)) {
    ofNames += alias.length + Buffer.byteLength(String(name));
  }
  if (ofNames > MAX_BYTES) throw makeValidationError('ExpressionAttributeNames exceeds max size');
  const ofValues = itemSize(values);
  if (ofValues > MAX_BYTES) throw makeValidationError('ExpressionAttributeValues exceeds max size');
  if (ofNames + ofValues <= MAX_BYTES) return;
  throw makeValidationError(
    'Combined size of ExpressionAttributeNames and ExpressionAttributeValues exceeds max size',
  );
};

const unusedOf = (given: object, used: ReadonlySet<string>): string =>
  Object.keys(given)
    .filter((alias) => !used.has(alias))
    .join(', ');

const NO_NAMES: Readonly<Record<string, string>> = {};
const NO_VALUES: Readonly<Record<string, AttributeValue>> = {};

export class Bindings {
  readonly #names: Readonly<Record<string, string>>;
  readonly #values: Readonly<Record<string, AttributeValue>>;
  readonly #used = new Set<string>();
  readonly #paths = new Map<RawPath, DocumentPath>();

  constructor({ names, values }: BindingsInput) {
    if (names !== undefined) checkAliases('ExpressionAttributeNames', '#', Object.keys(names));
    if (values !== undefined) checkAliases('ExpressionAttributeValues', ':', Object.keys(values));
    this.#names = names ?? NO_NAMES;
    this.#values = values ?? NO_VALUES;
    checkSizes(this.#names, this.#values);
  }

  /** Marks the placeholders that an expression uses and refuses undefined ones. */
  use(aliases: ReadonlySet<string>, refuse: (message: string) => ServiceError): void {
    for (const alias of aliases) {
      this.#used.add(alias);
      if (alias.startsWith('#') && !Object.hasOwn(this.#names, alias)) {
        const what = 'An expression attribute name used in the document path is not defined';
        throw refuse(`${what}; attribute name: ${alias}`);
      }
      if (alias.startsWith(':') && !Object.hasOwn(this.#values, alias)) {
        const what = 'An expression attribute value used in expression is not defined';
        throw refuse(`${what}; attribute value: ${alias}`);
      }
    }
  }

  /** Refuses unused placeholders, after all expressions of the request were processed. */
  refuseUnused(): void {
    const all = 'unused in expressions: keys';
    const names = unusedOf(this.#names, this.#used);
    if (names !== '') {
      throw makeValidationError(`Value provided in ExpressionAttributeNames ${all}: {${names}}`);
    }
    const values = unusedOf(this.#values, this.#used);
    if (values !== '') {
      throw makeValidationError(`Value provided in ExpressionAttributeValues ${all}: {${values}}`);
    }
  }

  path(raw: RawPath): DocumentPath {
    const known = this.#paths.get(raw);
    if (known !== undefined) return known;
    const path = raw.map((step) =>
      typeof step === 'string' ? (ownMember(this.#names, step) ?? step) : step,
    );
    this.#paths.set(raw, path);
    return path;
  }

  /** Returns the value of a placeholder that `use` has accepted. */
  value(alias: string): AttributeValue {
    const value = ownMember(this.#values, alias);
    if (value === undefined) throw new Error(`${alias} was not checked before it was read`);
    return value;
  }
}
