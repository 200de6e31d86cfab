import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';

import type { Attributes } from './table.ts';

const Position = z.record(z.string(), z.string());

/** An opaque place in a list. It holds keys only, and keys hold nothing personal. */
export const toCursor = (position: Attributes | undefined): string | undefined =>
  position === undefined
    ? undefined
    : Buffer.from(JSON.stringify(unmarshall(position))).toString('base64url');

/** The place a cursor stands for; undefined when it is none of ours. */
export const fromCursor = (cursor: string): Attributes | undefined => {
  try {
    const text = Buffer.from(cursor, 'base64url').toString();
    return marshall(Position.parse(JSON.parse(text)));
  } catch {
    return undefined;
  }
};
