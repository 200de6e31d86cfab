import type * as z from 'zod/mini';

import type { HttpRequest } from './edge.ts';
import { fieldErrors, Problem } from './problem/problem.ts';

/** Enough for a rating, an entry or an action many times over. */
const smallBody = 64 * 1024;
/** Enough for 100 case events with long notes. */
export const batchBody = 1024 * 1024;

/** The body's exact bytes, which the digest was made of. */
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

/** A value in the shape of `schema`, or a problem that names every path that does not fit. */
export const parseInput = <T extends z.ZodMiniType>(schema: T, value: unknown): z.infer<T> => {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  throw new Problem('invalid_input', { errors: fieldErrors(read.error) });
};

/** Reads the JSON body as `schema`; too large, not JSON and not fitting each have their own answer. */
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

/** Longer than every id, token and receipt of ours, shorter than what the store takes as a key. */
const longestParameter = 1024;

/** A path parameter of the route that matched; what cannot be one of ours reads as empty. */
export const pathParameter = (request: HttpRequest, name: string): string => {
  const value = request.pathParameters?.[name] ?? '';
  return value.length > longestParameter ? '' : value;
};
