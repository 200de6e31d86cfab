import type * as z from 'zod/mini';

import { bodyBytes, bodyText, isJson } from './body-text.ts';
import type { HttpRequest } from './edge.ts';
import { fieldErrors, Problem } from './problem/problem.ts';

/** Many times what a rating, an entry or an action needs. */
const smallBody = 64 * 1024;
/** Enough for 100 case events with long notes. */
export const batchBody = 1024 * 1024;

export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
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

/** @throws Problem of a body that is too large, or not JSON by its type */
export const requireJson = (request: HttpRequest, limit: number): void => {
  if (bodyBytes(request).length > limit) {
    throw new Problem('body_too_large', { fact: `${limit / 1024} KiB` });
  }
  if (!isJson(request)) throw new Problem('unsupported_media_type');
};

/**
 * Parses the JSON body with `schema`. Too large, not JSON, not UTF-8 and not fitting are separate
 * problems.
 */
export const readBody = <T extends z.ZodMiniType>(
  request: HttpRequest,
  schema: T,
  limit = smallBody,
): z.infer<T> => {
  requireJson(request, limit);
  return parseInput(schema, parseJson(bodyText(request)));
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
