/** `ClientRequestToken`: a transaction that is repeated within ten minutes is carried out once. */
import { createHash } from 'node:crypto';

import { ServiceError } from '../../wire.ts';
import { makeConstraintError } from '../definition/parameters.ts';
import type { EngineCore } from '../engine-core.ts';

const VALID_MS = 10 * 60 * 1000;
const MAX_LENGTH = 36;

/** Sorts members, because their order does not make a request different. */
const canonicalizeJson = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonicalizeJson);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return members.map(([name, member]) => [name, canonicalizeJson(member)]);
};

const digestRequest = (request: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonicalizeJson(request)))
    .digest('hex');

/** Throws IdempotentParameterMismatchException when the token was used with another request. */
export const wasDone = ({ sql, clock }: EngineCore, token: string, request: unknown): boolean => {
  if (token.length < 1 || token.length > MAX_LENGTH) {
    const bound = token.length < 1 ? 'greater than or equal to 1' : 'less than or equal to 36';
    throw makeConstraintError(
      `'${token}'`,
      'ClientRequestToken',
      `Member must have length ${bound}`,
    );
  }
  const row = sql.get(
    'SELECT request FROM dynamo_token WHERE token = ? AND at > ?',
    token,
    clock.now() - VALID_MS,
  );
  if (row === undefined) return false;
  if (row['request'] === digestRequest(request)) return true;
  throw new ServiceError(
    'IdempotentParameterMismatchException',
    'The provided ClientRequestToken was used with other parameters before',
  );
};

export const rememberToken = (
  { sql, clock }: EngineCore,
  token: string,
  request: unknown,
): void => {
  const now = clock.now();
  sql.run('DELETE FROM dynamo_token WHERE at <= ?', now - VALID_MS);
  sql.run(
    'INSERT INTO dynamo_token (token, request, at) VALUES (?, ?, ?)',
    token,
    digestRequest(request),
    now,
  );
};
