/** Parses, validates and normalises attribute values from requests. */
import { makeValidationError, invalidValue, makeSerializationError, tooDeep } from '../refusal.ts';
import { isNameTooLong, MAX_DEPTH, MAX_NAME_BYTES } from './attribute-limits.ts';
import type { AttributeValue, Item, TypeName } from './attribute-value.ts';
import { compareStrings } from './attribute-value.ts';
import { canonicalNumber } from './decimal.ts';

const isRecord = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

const jsonKind = (input: unknown): string => {
  if (typeof input === 'number') return Number.isInteger(input) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE';
  if (typeof input === 'boolean') return input ? 'TRUE_VALUE' : 'FALSE_VALUE';
  return 'START_OBJECT';
};

const expectText = (input: unknown): string => {
  if (typeof input === 'string') return input;
  throw makeSerializationError(`${jsonKind(input)} cannot be converted to String`);
};

const expectBoolean = (input: unknown): boolean => {
  if (typeof input === 'boolean') return input;
  throw makeSerializationError('Unexpected token received from parser');
};

const expectList = (input: unknown): readonly unknown[] => {
  if (Array.isArray(input)) return input;
  throw makeSerializationError('Unexpected field type');
};

const expectBinary = (input: unknown): string => {
  if (typeof input !== 'string') {
    throw makeSerializationError('only base-64-encoded strings are convertible to bytes');
  }
  const canonical = Buffer.from(input, 'base64').toString('base64');
  if (canonical !== input) throw makeSerializationError('Invalid Base64 encoding');
  return canonical;
};

const expectDistinct = (elements: readonly string[], kind: string): readonly string[] => {
  const sorted = elements.toSorted(compareStrings);
  if (sorted.every((element, at) => element !== sorted[at - 1])) return sorted;
  throw invalidValue(`Input collection [${elements.join(', ')}]${kind} contains duplicates.`);
};

const stringSet = (input: unknown): AttributeValue => {
  const given = expectList(input);
  if (given.includes(null)) {
    throw invalidValue('An string set may not have a null string as a member');
  }
  const elements = given.map(expectText);
  if (elements.length === 0) throw invalidValue('An string set  may not be empty');
  return { SS: expectDistinct(elements, '') };
};

const numberSet = (input: unknown): AttributeValue => {
  const elements = expectList(input).map((element) => canonicalNumber(expectText(element)));
  if (elements.length === 0) throw invalidValue('An number set  may not be empty');
  if (new Set(elements).size < elements.length)
    throw makeValidationError('Input collection contains duplicates');
  return { NS: expectDistinct(elements, '') };
};

const binarySet = (input: unknown): AttributeValue => {
  const elements = expectList(input).map(expectBinary);
  if (elements.length === 0) throw invalidValue('Binary sets should not be empty');
  return { BS: expectDistinct(elements, 'of type BS') };
};

const nullValue = (input: unknown): AttributeValue => {
  if (expectBoolean(input)) return { NULL: true };
  throw invalidValue('Null attribute value types must have the value of true');
};

const READERS: Readonly<Record<TypeName, (content: unknown, depth: number) => AttributeValue>> = {
  S: (content) => ({ S: expectText(content) }),
  N: (content) => ({ N: canonicalNumber(expectText(content)) }),
  B: (content) => ({ B: expectBinary(content) }),
  BOOL: (content) => ({ BOOL: expectBoolean(content) }),
  NULL: nullValue,
  SS: stringSet,
  NS: numberSet,
  BS: binarySet,
  L: (content, depth) => ({ L: expectList(content).map((element) => readAt(element, depth + 1)) }),
  M: (content, depth) => ({ M: readMembers(content, depth + 1) }),
};

const EXACTLY_ONE = 'must contain exactly one of the supported datatypes';

const emptyValue = () => makeValidationError(`Supplied AttributeValue is empty, ${EXACTLY_ONE}`);

/** A null member counts as missing, as in all requests. */
const typesIn = (input: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(input).filter((type) => input[type] !== null);

const readAt = (input: unknown, depth: number): AttributeValue => {
  if (input === null) throw emptyValue();
  if (!isRecord(input)) throw makeSerializationError('Unexpected value type in payload');
  if (depth > MAX_DEPTH) throw tooDeep();
  const [type, ...others] = typesIn(input);
  if (type === undefined || !Object.hasOwn(READERS, type)) throw emptyValue();
  if (others.length > 0) {
    throw makeValidationError(
      `Supplied AttributeValue has more than one datatypes set, ${EXACTLY_ONE}`,
    );
  }
  return READERS[type as TypeName](input[type], depth);
};

const checkName = (name: string): void => {
  if (name === '') throw invalidValue('Empty attribute name');
  if (isNameTooLong(name)) {
    throw invalidValue(
      `Attribute name is too large, must be less than ${MAX_NAME_BYTES + 1} bytes`,
    );
  }
};

const readMembers = (input: unknown, depth: number): Item => {
  if (!isRecord(input)) throw makeSerializationError('Unexpected field type');
  return Object.fromEntries(
    Object.entries(input).map(([name, member]) => {
      checkName(name);
      return [name, readAt(member, depth)];
    }),
  );
};

export const readValue = (input: unknown): AttributeValue => readAt(input, 1);

export const readItem = (input: unknown): Item => readMembers(input, 1);
