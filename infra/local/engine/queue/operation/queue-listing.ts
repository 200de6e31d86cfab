import type { QueueDefinition } from '../../model.ts';
import { makeUnsupportedError } from '../../wire.ts';
import type { WireInput } from '../../wire.ts';
import type { QueueCore } from '../queue-core.ts';
import { makeInvalidParameter } from '../queue-fault.ts';
import { readText, readWhole, requireText } from '../queue-input.ts';
import { ACCOUNT } from '../queue-registry.ts';

const MOST = 1000;
const RESULTS = { least: 1, most: MOST, reason: `Must be between 1 and ${MOST}, if provided.` };

interface Page {
  readonly urls: readonly string[];
  readonly next: string | undefined;
}

const readToken = (input: WireInput): string => {
  const token = readText(input, 'NextToken');
  if (token === undefined) return '';
  const name = Buffer.from(token, 'base64url').toString();
  if (Buffer.from(name).toString('base64url') === token) return name;
  throw makeInvalidParameter('Invalid or expired next token.');
};

/** Pages by name. As in the service, there is a token only when `MaxResults` was given. */
const listPage = (core: QueueCore, queues: readonly QueueDefinition[], input: WireInput): Page => {
  const limit = readWhole(input, 'MaxResults', RESULTS);
  const after = readToken(input);
  const rest = queues.filter((queue) => queue.name > after);
  const shown = rest.slice(0, limit ?? MOST);
  const last = shown.at(-1);
  const more = limit !== undefined && last && rest.length > shown.length;
  return {
    urls: shown.map((queue) => core.registry.urlOf(queue)),
    next: more ? Buffer.from(last.name).toString('base64url') : undefined,
  };
};

export const listQueues = async (core: QueueCore, input: WireInput): Promise<object> => {
  const prefix = readText(input, 'QueueNamePrefix') ?? '';
  const queues = core.registry.all().filter((queue) => queue.name.startsWith(prefix));
  const { urls, next } = listPage(core, queues, input);
  return { QueueUrls: urls.length > 0 ? urls : undefined, NextToken: next };
};

export const listDeadLetterSourceQueues = async (
  core: QueueCore,
  input: WireInput,
): Promise<object> => {
  const deadLetter = core.registry.at(requireText(input, 'QueueUrl'));
  const { urls, next } = listPage(core, core.registry.sourcesOf(deadLetter), input);
  return { queueUrls: urls, NextToken: next };
};

export const getQueueUrl = async (core: QueueCore, input: WireInput): Promise<object> => {
  const owner = readText(input, 'QueueOwnerAWSAccountId') ?? ACCOUNT;
  if (owner !== ACCOUNT) throw makeUnsupportedError('queues of other accounts');
  const queue = core.registry.named(requireText(input, 'QueueName'));
  return { QueueUrl: core.registry.urlOf(queue) };
};
