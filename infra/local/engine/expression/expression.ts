/** Parses expressions and caches the results by text: functions use the same few texts. */
import type { ServiceError } from '../wire.ts';
import { parseCondition } from './condition/condition-parser.ts';
import { parseProjection } from './projection.ts';
import { makeValidationError } from './refusal.ts';
import type { Action, Condition, RawPath } from './syntax.ts';
import { TokenReader } from './token-reader.ts';
import { parseUpdate } from './update/update-parser.ts';

export interface Parsed<T> {
  readonly tree: T;
  /** The placeholders in the text, `#name` and `:value`. */
  readonly aliases: ReadonlySet<string>;
  /** Creates an error about this expression; the message names the parameter it came in. */
  readonly refuse: (message: string) => ServiceError;
}

const MAX_BYTES = 4096;
const CACHED_TEXTS = 2000;

const createParser = <T>(parse: (reader: TokenReader) => T) => {
  const known = new Map<string, Parsed<T>>();
  return (label: string, text: string): Parsed<T> => {
    const key = `${label}\n${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const parsed = parseText(label, text, parse);
    if (known.size >= CACHED_TEXTS) known.clear();
    known.set(key, parsed);
    return parsed;
  };
};

const parseText = <T>(
  label: string,
  text: string,
  parse: (reader: TokenReader) => T,
): Parsed<T> => {
  const refuse = (message: string) => makeValidationError(`Invalid ${label}: ${message}`);
  if (text.trim() === '') throw refuse('The expression can not be empty;');
  const size = Buffer.byteLength(text);
  if (size > MAX_BYTES) {
    const shown = `expression size: ${size}`;
    throw refuse(`Expression size has exceeded the maximum allowed size; ${shown}`);
  }
  const reader = new TokenReader(label, text);
  return { tree: parse(reader), aliases: reader.aliases, refuse };
};

export const conditionOf: (label: string, text: string) => Parsed<Condition> =
  createParser(parseCondition);

export const updateOf: (label: string, text: string) => Parsed<readonly Action[]> =
  createParser(parseUpdate);

export const projectionOf: (label: string, text: string) => Parsed<readonly RawPath[]> =
  createParser(parseProjection);
