import * as z from 'zod/mini';

import type { ProblemBody, Reply } from '../../client/loop-client.ts';

/** An expectation that does not hold. The message says what is expected and what came. */
export class ExpectationFailed extends Error {
  constructor(expected: string, came: string) {
    super(`${expected} — came: ${came}`);
    this.name = 'ExpectationFailed';
  }
}

export const expectThat = (condition: boolean, expected: string, came: unknown): void => {
  if (!condition) throw new ExpectationFailed(expected, JSON.stringify(came));
};

/** Returns the value; it must be neither null nor undefined. */
export const expectPresent = <T>(value: T | null | undefined, expected: string): T => {
  if (value === null || value === undefined) throw new ExpectationFailed(expected, 'none');
  return value;
};

const describeReply = ({ status, body }: Reply<unknown>): string =>
  `${status} ${JSON.stringify(body)?.slice(0, 400)}`;

/** Returns the body of an answer, read by the schema of the contract. */
export const expectAnswer = <Schema extends z.ZodMiniType>(
  reply: Reply<unknown>,
  { what, statuses }: { readonly what: string; readonly statuses: readonly number[] },
  schema: Schema,
): z.output<Schema> => {
  const expected = `${what}: expected an answer ${statuses.join(' or ')}`;
  if (!statuses.includes(reply.status)) throw new ExpectationFailed(expected, describeReply(reply));
  const read = schema.safeParse(reply.body);
  if (read.success) return read.data;
  throw new ExpectationFailed(`${expected} that fits the contract`, z.prettifyError(read.error));
};

/** Status and code of a refusal, for example `409 already_rated`. */
export type Refusal = `${number} ${string}`;

/** Returns the problem of a refusal. */
export const expectProblem = (reply: Reply<unknown>, refusal: Refusal): ProblemBody => {
  const body = reply.body as ProblemBody;
  if (`${reply.status} ${body?.code}` === refusal) return body;
  throw new ExpectationFailed(`expected a refusal ${refusal}`, describeReply(reply));
};

export const summarizeProblem = ({ status, code, title }: ProblemBody): string =>
  `${status} ${code} · ${title}`;
