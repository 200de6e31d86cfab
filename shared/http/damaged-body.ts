import { isUtf8 } from 'node:buffer';

import type * as z from 'zod/mini';

import { bodyBytes, hasLostCharacter, refuseOtherEncoding } from './body-text.ts';
import { isOfItem, parseInput, parseMarked, refuseTwice, requireJson } from './body.ts';
import type { HttpRequest } from './edge.ts';
import { Problem } from './problem/problem.ts';
import { contentDigest, signatureHeaders } from './signature.ts';

/**
 * Whether the bytes of a signed body were not UTF-8. Of a text type the gateway passes on text with
 * U+FFFD for what it could not decode: then the digest no longer matches, and a U+FFFD that the
 * sender wrote is told apart from a loss.
 */
export const isDamagedBody = (request: HttpRequest): boolean => {
  const bytes = bodyBytes(request);
  if (request.isBase64Encoded) return !isUtf8(bytes);
  const stated = request.headers[signatureHeaders.contentDigest];
  return hasLostCharacter(request.body ?? '') && stated !== contentDigest(bytes);
};

/**
 * As `readBody`, also of a body with lost characters: what is whole in it can be taken. U+FFFD stands
 * for each of them. Members that came twice within an item of a list are the item's own affair: each
 * has a name of its own.
 *
 * @throws Problem `not_utf8` of a damaged body that does not fit
 */
export const readDamagedBody = <T extends z.ZodMiniType>(
  request: HttpRequest,
  schema: T,
  limit: number,
): z.infer<T> => {
  requireJson(request, limit);
  refuseOtherEncoding(request);
  const text = new TextDecoder().decode(bodyBytes(request));
  try {
    const { value, twice } = parseMarked(text);
    refuseTwice(twice.filter((path) => !isOfItem(path)));
    return parseInput(schema, value);
  } catch (fault) {
    if (fault instanceof Problem && isDamagedBody(request)) throw new Problem('not_utf8');
    throw fault;
  }
};
