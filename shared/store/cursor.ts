import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';

import type { Attributes } from './table.ts';

/** What the list index returns as the last key of a page. */
const KeyPart = z.string().check(z.minLength(1), z.maxLength(1024));
const Position = z.strictObject({ pk: KeyPart, sk: KeyPart, listPk: KeyPart, listSk: KeyPart });

/** The list to which a cursor must belong. */
export interface CursorScope {
  readonly listPk: string;
  readonly beginsWith?: string | undefined;
  /** The part of the list that sorts before this; never together with `beginsWith`. */
  readonly before?: string | undefined;
}

/**
 * Encodes a position in a list as an opaque text. It contains keys only, and keys contain nothing
 * personal.
 */
export const toCursor = (position: Attributes | undefined): string | undefined =>
  position === undefined
    ? undefined
    : Buffer.from(JSON.stringify(unmarshall(position))).toString('base64url');

const decodeCursor = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};

/**
 * Decodes the position of a cursor; undefined when it does not belong to that list, because
 * DynamoDB would refuse to start there and the error would look like a server fault.
 */
export const fromCursor = (
  cursor: string,
  { listPk, beginsWith = '', before }: CursorScope,
): Attributes | undefined => {
  const read = Position.safeParse(decodeCursor(cursor));
  if (!read.success || read.data.listPk !== listPk) return undefined;
  const { listSk } = read.data;
  const isIn = listSk.startsWith(beginsWith) && (before === undefined || listSk < before);
  return isIn ? marshall(read.data) : undefined;
};
