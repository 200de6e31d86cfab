import type * as z from 'zod/mini';

import type { HttpRequest } from './edge.ts';
import { fieldErrors, Problem } from './problem/problem.ts';

/** Many times what a rating, an entry or an action needs. */
const smallBody = 64 * 1024;
/** Enough for 100 case events with long notes. */
export const batchBody = 1024 * 1024;

/** Returns the exact bytes of the body, from which the digest was made. */
export const bodyBytes = (request: HttpRequest): Buffer =>
  Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8');

const isJson = (request: HttpRequest): boolean =>
  /^application\/([a-z.-]+\+)?json\b/i.test(request.headers['content-type'] ?? 'application/json');

const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Problem('invalid_json');
  }
};

/** Parses a value with `schema`, or throws a problem that names every path that does not fit. */
export const parseInput = <T extends z.ZodMiniType>(schema: T, value: unknown): z.infer<T> => {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  throw new Problem('invalid_input', { errors: fieldErrors(read.error) });
};

/**
 * Parses the JSON body with `schema`. Too large, not JSON and not fitting are separate problems.
 */
export const readBody = <T extends z.ZodMiniType>(
  request: HttpRequest,
  schema: T,
  limit = smallBody,
): z.infer<T> => {
  const bytes = bodyBytes(request);
  if (bytes.length > limit) {
    throw new Problem('body_too_large', { fact: `${limit / 1024} KiB` });
  }
  if (!isJson(request)) throw new Problem('unsupported_media_type');
  return parseInput(schema, parseJson(bytes));
};

/**
 * Longer than every id, token and receipt of this system, shorter than DynamoDB's limit for a key.
 */
const longestParameter = 1024;

/**
 * Returns a path parameter of the matched route. A value that cannot be a valid id becomes empty.
 */
export const pathParameter = (request: HttpRequest, name: string): string => {
  const value = request.pathParameters?.[name] ?? '';
  return value.length > longestParameter ? '' : value;
};
