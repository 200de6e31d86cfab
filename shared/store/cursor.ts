import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';

import type { Attributes } from './table.ts';

/** What the list index answers as the last key of a page. */
const KeyPart = z.string().check(z.minLength(1), z.maxLength(1024));
const Position = z.strictObject({ pk: KeyPart, sk: KeyPart, listPk: KeyPart, listSk: KeyPart });

/** The list a cursor must belong to. */
export interface CursorScope {
  readonly listPk: string;
  readonly beginsWith?: string | undefined;
  /** The part of the list that sorts before this; never together with `beginsWith`. */
  readonly before?: string | undefined;
}

/** An opaque place in a list. It holds keys only, and keys hold nothing personal. */
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
 * The place a cursor stands for; undefined when it is none of that list: the service would refuse
 * to start there, and that would read as a fault of ours.
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
