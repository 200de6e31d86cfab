import type * as z from 'zod/mini';

import type { HttpRequest } from './edge.ts';
import { fieldErrors, Problem, toJsonPointer } from './problem/problem.ts';
import type { FieldError } from './problem/problem.ts';

const unknownIn = (
  query: Readonly<Record<string, unknown>>,
  names: readonly string[],
): readonly FieldError[] =>
  Object.keys(query)
    .filter((name) => !names.includes(name))
    .map((name) => ({ path: toJsonPointer([name]), problem: 'unknown_parameter', allowed: names }));

/**
 * Parses the query of a call. A parameter that the call does not have is refused with the names of
 * those that it has: a misspelled filter would otherwise look like an answer to it.
 */
export const readQuery = <T extends z.ZodMiniObject>(
  schema: T,
  request: HttpRequest,
): z.infer<T> => {
  const query = request.queryStringParameters ?? {};
  const unknown = unknownIn(query, Object.keys(schema.shape));
  const read = schema.safeParse(query, { reportInput: true });
  if (read.success && unknown.length === 0) return read.data;
  const others = read.success ? [] : fieldErrors(read.error);
  throw new Problem('invalid_input', { errors: [...unknown, ...others] });
};
