import type * as z from 'zod/mini';

import { markTwice } from '../domain/text/members-twice.ts';
import type { MemberPath } from '../domain/text/members-twice.ts';
import { bodyBytes, bodyText, isJson } from './body-text.ts';
import type { HttpRequest } from './edge.ts';
import { fieldErrors, Problem, toJsonPointer } from './problem/problem.ts';

/** Many times what a rating, an entry or an action needs. */
const smallBody = 64 * 1024;
/** Enough for 100 case events with long notes. */
export const batchBody = 1024 * 1024;

/** @throws Problem that names members which came twice: which one counts is for the sender to say */
export const refuseTwice = (twice: readonly MemberPath[]): void => {
  if (twice.length === 0) return;
  const errors = twice.map((path) => ({
    path: toJsonPointer(path),
    problem: 'member_twice' as const,
  }));
  throw new Problem('invalid_input', { errors });
};

/** Parses JSON, in which members that came twice have each a name of their own. */
export const parseMarked = (
  text: string,
): { readonly value: unknown; readonly twice: readonly MemberPath[] } => {
  try {
    const value: unknown = JSON.parse(text);
    const marked = markTwice(text);
    return marked.twice.length === 0
      ? { value, twice: [] }
      : { value: JSON.parse(marked.text), twice: marked.twice };
  } catch (fault) {
    if (fault instanceof SyntaxError) throw new Problem('invalid_json');
    throw fault;
  }
};

export const parseJson = (text: string): unknown => {
  const { value, twice } = parseMarked(text);
  refuseTwice(twice);
  return value;
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

/** Whether something stands within one item of a list of the body. */
export const isOfItem = ([list, index]: MemberPath): boolean =>
  typeof list === 'string' && typeof index === 'number';

interface Batch<T> {
  readonly batch: T;
  /** @throws Problem that names the members of an item which came twice, as paths within it */
  readonly refuseTwiceIn: (list: string, index: number) => void;
}

/**
 * As `readBody`, of a list whose items are each taken or refused on their own: members that came
 * twice within one of them are no reason to refuse the others.
 */
export const readBatch = <T extends z.ZodMiniType>(
  request: HttpRequest,
  schema: T,
  limit: number,
): Batch<z.infer<T>> => {
  requireJson(request, limit);
  const { value, twice } = parseMarked(bodyText(request));
  refuseTwice(twice.filter((path) => !isOfItem(path)));
  return {
    batch: parseInput(schema, value),
    refuseTwiceIn: (list, index) => {
      const own = twice.filter(([ofList, at]) => ofList === list && at === index);
      refuseTwice(own.map((path) => path.slice(2)));
    },
  };
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
