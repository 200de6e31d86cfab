/** Reads the parameters of a call one by one; unknown ones are refused by name. */
import { makeValidationError, makeSerializationError } from '../../expression/refusal.ts';
import { isNameTooLong, MAX_NAME_BYTES } from '../../expression/value/attribute-limits.ts';
import type { AttributeValue, Item } from '../../expression/value/attribute-value.ts';
import { readItem, readValue } from '../../expression/value/value-input.ts';
import { ServiceError, makeUnsupportedError } from '../../wire.ts';
import type { WireInput } from '../../wire.ts';

const isRecord = (input: unknown): input is WireInput =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

const lowerFirst = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

export const makeConstraintError = (value: string, name: string, rule: string): ServiceError =>
  makeValidationError(
    `1 validation error detected: Value ${value} at '${lowerFirst(name)}' failed to satisfy ` +
      `constraint: ${rule}`,
  );

/** Creates the error for a required member that is missing or null. */
export const makeMissingError = (name: string): ServiceError =>
  makeConstraintError('null', name, 'Member must not be null');

const NAME_LENGTHS =
  `Map value must satisfy constraint: [Member must have length less than or equal to ` +
  `${MAX_NAME_BYTES}, Member must have length greater than or equal to 0]`;

export class Parameters {
  readonly #input: WireInput;

  /** `subject` is the prefix for the names of unknown parameters, e.g. `PutItem`. */
  constructor(subject: string, input: unknown, known: ReadonlySet<string>) {
    if (!isRecord(input))
      throw makeSerializationError('Start of structure or map found where not expected');
    for (const [name, value] of Object.entries(input)) {
      if (value !== null && value !== undefined && !known.has(name)) {
        throw makeUnsupportedError(`the parameter ${name} of ${subject}`);
      }
    }
    this.#input = input;
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  raw(name: string): unknown {
    return this.#input[name] ?? undefined;
  }

  text(name: string): string | undefined {
    const value = this.raw(name);
    if (value === undefined || typeof value === 'string') return value;
    throw makeSerializationError(`${name} cannot be converted to String`);
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw makeMissingError(name);
    return value;
  }

  flag(name: string): boolean {
    const value = this.raw(name);
    if (value === undefined || typeof value === 'boolean') return value ?? false;
    throw makeSerializationError(`${name} cannot be converted to Boolean`);
  }

  /** Reads an integer not below `least`. */
  whole(name: string, least: number): number | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'number')
      throw makeSerializationError(`${name} cannot be converted to Integer`);
    const whole = Math.floor(value);
    if (whole >= least) return whole;
    const rule = `Member must have value greater than or equal to ${least}`;
    throw makeConstraintError(`'${whole}'`, name, rule);
  }

  choice<T extends string>(name: string, values: readonly T[]): T | undefined {
    const text = this.text(name);
    const chosen = values.find((value) => value === text);
    if (text === undefined || chosen !== undefined) return chosen;
    const rule = `Member must satisfy enum value set: [${values.join(', ')}]`;
    throw makeConstraintError(`'${text}'`, name, rule);
  }

  /**
   * Reads a list without null elements; `at` is its position in the request, for error messages.
   */
  list(name: string, at = name): readonly unknown[] | undefined {
    const value = this.raw(name);
    if (value !== undefined && !Array.isArray(value))
      throw makeSerializationError('Unexpected field type');
    const empty = value?.indexOf(null) ?? -1;
    if (empty >= 0) throw makeMissingError(`${at}.${empty + 1}.member`);
    return value;
  }

  record(name: string): WireInput | undefined {
    const value = this.raw(name);
    if (value === undefined || isRecord(value)) return value;
    throw makeSerializationError('Unexpected field type');
  }

  requiredItem(name: string): Item {
    if (!this.has(name)) throw makeMissingError(name);
    return readItem(this.raw(name));
  }

  item(name: string): Item | undefined {
    return this.has(name) ? readItem(this.raw(name)) : undefined;
  }

  /** `ExpressionAttributeNames`. */
  names(name: string): Readonly<Record<string, string>> | undefined {
    const record = this.record(name);
    for (const [alias, value] of Object.entries(record ?? {})) {
      if (typeof value !== 'string')
        throw makeSerializationError('NUMBER_VALUE cannot be converted to String');
      if (value === '') {
        throw makeValidationError(
          `${name} contains invalid value: Empty attribute name for key ${alias}`,
        );
      }
      if (isNameTooLong(value)) throw makeConstraintError(`'{${alias}}'`, name, NAME_LENGTHS);
    }
    return record as Readonly<Record<string, string>> | undefined;
  }

  /** `ExpressionAttributeValues`. */
  values(name: string): Readonly<Record<string, AttributeValue>> | undefined {
    const record = this.record(name);
    if (record === undefined) return undefined;
    return Object.fromEntries(
      Object.entries(record).map(([alias, value]) => [alias, readAlias(name, alias, value)]),
    );
  }
}

const readAlias = (name: string, alias: string, value: unknown): AttributeValue => {
  try {
    return readValue(value);
  } catch (fault) {
    if (!(fault instanceof ServiceError) || fault.code !== 'ValidationException') throw fault;
    throw makeValidationError(`${name} contains invalid value: ${fault.message} for key ${alias}`);
  }
};
