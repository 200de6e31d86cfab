import * as z from 'zod/mini';

import type { ProblemBody, Reply } from '../../client/loop-client.ts';

/** Something was not as told; the message says what was expected and what came. */
export class NotAsTold extends Error {
  constructor(what: string, came: string) {
    super(`${what} — ${came}`);
    this.name = 'NotAsTold';
  }
}

export const expectThat = (condition: boolean, what: string, came: unknown): void => {
  if (!condition) throw new NotAsTold(what, `came: ${JSON.stringify(came)}`);
};

/** What has to be there. */
export const expectPresent = <T>(value: T | null | undefined, what: string): T => {
  if (value === null || value === undefined) throw new NotAsTold(what, 'came: none');
  return value;
};

const describeReply = ({ status, body }: Reply<unknown>): string =>
  `came: ${status} ${JSON.stringify(body).slice(0, 400)}`;

/** The body of an answer with that status, read by the contract's own schema. */
export const expectBody = <Schema extends z.ZodMiniType>(
  reply: Reply<unknown>,
  status: number,
  schema: Schema,
): z.output<Schema> => {
  if (reply.status !== status)
    throw new NotAsTold(`expected an answer ${status}`, describeReply(reply));
  const read = schema.safeParse(reply.body);
  if (read.success) return read.data;
  throw new NotAsTold('expected an answer that fits the contract', z.prettifyError(read.error));
};

/** The problem of a refusal with that status and code. */
export const expectProblem = (reply: Reply<unknown>, status: number, code: string): ProblemBody => {
  const body = reply.body as ProblemBody;
  if (reply.status !== status || body.code !== code) {
    throw new NotAsTold(`expected a refusal ${status} ${code}`, describeReply(reply));
  }
  return body;
};

export const inShort = ({ status, code, title }: ProblemBody): string =>
  `${status} ${code} · ${title}`;
