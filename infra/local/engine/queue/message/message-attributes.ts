import type { WireInput } from '../../wire.ts';
import { makeInvalidParameter, queueFault } from '../queue-fault.ts';
import { isStructure, readStructure, readText } from '../queue-input.ts';
import type { Attributes, AttributeValue } from './message-digest.ts';

const MOST_ATTRIBUTES = 10;
const LONGEST_NAME = 256;

/** Characters that XML does not allow; the service refuses them, including lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

export const checkCharacters = (text: string): void => {
  if (!FORBIDDEN.test(text)) return;
  throw queueFault(
    'InvalidMessageContents',
    'The message contains characters outside the allowed set.',
  );
};

const checkName = (name: string): void => {
  if (name.length > LONGEST_NAME) {
    throw makeInvalidParameter('Message (user) attribute names must be shorter than 256 Bytes');
  }
  if (!/^[\w.-]+$/u.test(name) || name.includes('..')) {
    throw makeInvalidParameter(
      'Message (user) attributes name can only contain upper and lower score characters, digits, periods, hyphens and underscores.',
    );
  }
  if (/^(?:aws|amazon)\.|^\.|\.$/iu.test(name)) {
    throw makeInvalidParameter(
      "You can't use message attribute names beginning with 'AWS.' or 'Amazon.'. These strings are reserved for internal use. Additionally, they cannot start or end with '.'.",
    );
  }
};

const checkType = (name: string, type: string | undefined): string => {
  if (type && type.length <= LONGEST_NAME && /^(?:String|Number|Binary)(?:\..+)?$/u.test(type)) {
    return type;
  }
  throw makeInvalidParameter(
    `The type of message (user) attribute '${name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.`,
  );
};

const TEXT = 'StringValue';
const BINARY = 'BinaryValue';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;

const checkBase64 = (name: string, given: string): string => {
  if (Buffer.from(given, 'base64').toString('base64') === given) return given;
  throw queueFault('SerializationException', `The BinaryValue of ${name} is not valid base64`);
};

const checkNumber = (name: string, given: string): void => {
  if (NUMBER.test(given) && Number.isFinite(Number(given))) return;
  throw makeInvalidParameter(
    `Can't cast the value of message (user) attribute '${name}' to a number.`,
  );
};

/** Returns the value of an attribute of this type; a value member of another type is refused. */
const givenIn = (name: string, value: WireInput, type: string): string => {
  const isBinary = type.startsWith('Binary');
  const [field, other] = isBinary ? [BINARY, TEXT] : [TEXT, BINARY];
  if (readText(value, other)) {
    throw makeInvalidParameter(
      `The message attribute '${name}' with type '${type}' must use field '${field}'.`,
    );
  }
  const given = readText(value, field);
  if (given) return given;
  throw makeInvalidParameter(
    `Message (user) attribute '${name}' must contain a non-empty value of type '${isBinary ? 'Binary' : 'String'}'.`,
  );
};

const readValue = (name: string, value: WireInput): AttributeValue => {
  if ((value['StringListValues'] ?? value['BinaryListValues'] ?? undefined) !== undefined) {
    const text = 'Message attribute list values in SendMessage operation are not supported.';
    throw queueFault('UnsupportedOperation', text);
  }
  const DataType = checkType(name, readText(value, 'DataType'));
  const given = givenIn(name, value, DataType);
  if (DataType.startsWith('Binary')) return { DataType, BinaryValue: checkBase64(name, given) };
  checkCharacters(given);
  if (DataType.startsWith('Number')) checkNumber(name, given);
  return { DataType, StringValue: given };
};

export const readAttributes = (input: WireInput): Attributes => {
  const given = Object.entries(readStructure(input, 'MessageAttributes'));
  if (given.length > MOST_ATTRIBUTES) {
    throw makeInvalidParameter(
      `Number of message attributes [${given.length}] exceeds the allowed maximum [${MOST_ATTRIBUTES}].`,
    );
  }
  const read = given.map(([name, value]) => {
    checkName(name);
    if (!isStructure(value)) throw queueFault('SerializationException', `${name} is no structure`);
    return [name, readValue(name, value)] as const;
  });
  return Object.fromEntries(read);
};

/** Reads the X-Ray header, the only system attribute that can be sent; not part of the size. */
export const readTraceHeader = (input: WireInput): string | undefined => {
  const given = readStructure(input, 'MessageSystemAttributes');
  const unknown = Object.keys(given).find((name) => name !== 'AWSTraceHeader');
  if (unknown !== undefined) {
    throw makeInvalidParameter(`Message system attribute name '${unknown}' is invalid.`);
  }
  const header = given['AWSTraceHeader'] ?? undefined;
  if (header === undefined) return undefined;
  const value = isStructure(header) ? readValue('AWSTraceHeader', header) : undefined;
  if (value?.DataType === 'String') return value.StringValue;
  throw makeInvalidParameter(
    "The type of message system attribute 'AWSTraceHeader' must be 'String'.",
  );
};
