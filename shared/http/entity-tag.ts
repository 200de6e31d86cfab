import { sha256 } from '../rules.ts';
import type { HttpRequest } from './edge.ts';

const length = 22;

/**
 * Returns the tag of an answer by what it shows. It is weak (RFC 9110): the bytes of equal answers
 * differ by their compression, and by what nobody sees.
 */
export const entityTagOf = (shown: object): string =>
  `W/"${sha256(JSON.stringify(shown)).slice(0, length)}"`;

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Whether the caller has what the tag stands for. */
export const hasAlready = (request: HttpRequest, tag: string): boolean =>
  (request.headers['if-none-match'] ?? '')
    .split(',')
    .some((one) => one.trim() === '*' || opaque(one) === opaque(tag));
