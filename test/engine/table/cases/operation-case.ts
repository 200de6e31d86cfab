import type { DynamoDB } from '@aws-sdk/client-dynamodb';

import type { Values } from '../values.ts';

export interface OperationCase {
  readonly name: string;
  /** Items that exist before the call; in table `work` unless another is named. */
  readonly given?: readonly Values[];
  readonly table?: string;
  readonly call: (db: DynamoDB) => Promise<object>;
  /** The response, compared completely except for `$metadata`. */
  readonly answers?: object;
  /** The exception's name and message. */
  readonly refuses?: readonly [name: string, message: string | RegExp];
}

const INVALID = 'ValidationException';

export const invalid = (message: string | RegExp) => [INVALID, message] as const;

export const invalidValue = (message: string) =>
  [INVALID, `One or more parameter values were invalid: ${message}`] as const;

/** A value outside an enumeration, which the SDK's types do not allow. */
export const wrong = <T>(value: unknown): T => value as T;
