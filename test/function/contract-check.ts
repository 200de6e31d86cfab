import { isDeepStrictEqual } from 'node:util';

import { contractSchemas } from '../../events/contract-schemas.table.ts';
import { operations } from '../../events/contract.table.ts';
import type { Operation, Success } from '../../events/contract.ts';
import { allProblems } from '../../shared/http/problem/catalogue.table.ts';
import type { Reply } from './reply.ts';

const operationOf = (route: string): Operation => {
  const operation = operations.find(({ on }) => on === route);
  if (operation === undefined) throw new Error(`${route} is not in the contract`);
  return operation;
};

/** A body matches when the schema accepts it and drops none of its members. */
const fits = ({ content }: Success, reply: Reply): boolean => {
  if (content === undefined) return reply.body === '';
  if ('mediaType' in content) {
    return (reply.headers['content-type'] ?? '').startsWith(content.mediaType.replace(/\*.*$/, ''));
  }
  const read = contractSchemas[content.schema].safeParse(reply.body);
  return read.success && isDeepStrictEqual(read.data, reply.body);
};

/** A page names the code for programs. */
const checkProblemPage = ({ on, problems: known }: Operation, reply: Reply): void => {
  const [, code = ''] = /<main id="content"\s+data-problem="(\w+)"/.exec(String(reply.body)) ?? [];
  if (!known.includes(code) || allProblems[code]?.status !== reply.status) {
    throw new Error(`${on} answered ${reply.status} with a page of ${code}`);
  }
};

const isPage = ({ headers }: Reply): boolean =>
  (headers['content-type'] ?? '').startsWith('text/html');

const checkProblem = ({ on, problems: known }: Operation, reply: Reply): void => {
  const { code, status, type } = reply.body as { code: string; status: number; type: string };
  if (!known.includes(code)) throw new Error(`${on} answered ${code}, which its contract lacks`);
  const isOurs =
    status === reply.status &&
    status === allProblems[code]?.status &&
    type === `/docs/problems#${code}` &&
    (reply.headers['content-type'] ?? '').startsWith('application/problem+json');
  if (!isOurs) throw new Error(`${on} answered ${code} in another form than problem+json`);
};

/** Checks that the contract defines the response; applied to every response in every test. */
export const checkAgainstContract = (route: string, reply: Reply): void => {
  const operation = operationOf(route);
  const possible = operation.answers.filter(({ status }) => status === reply.status);
  if (reply.status >= 400 && possible.length === 0) {
    return isPage(reply) ? checkProblemPage(operation, reply) : checkProblem(operation, reply);
  }
  if (!possible.some((success) => fits(success, reply))) {
    throw new Error(
      `${route} answered ${reply.status} in a form its contract lacks: ${JSON.stringify(reply.body)}`,
    );
  }
};
