import type { QueueDefinition } from '../model.ts';
import { makeUnsupportedError } from '../wire.ts';
import type { WireInput } from '../wire.ts';
import type { Counts } from './message/message-store.ts';
import type { QueueCore } from './queue-core.ts';
import { queueFault } from './queue-fault.ts';
import { readTexts, requireText } from './queue-input.ts';
import type { QueueState } from './queue-state.ts';

interface Known {
  readonly queue: QueueDefinition;
  readonly counts: Counts;
  readonly state: QueueState;
}

const toSeconds = (ms: number): string => String(Math.floor(ms / 1000));

const redrivePolicy = ({ redrive }: QueueDefinition): string | undefined =>
  redrive &&
  JSON.stringify({
    deadLetterTargetArn: redrive.deadLetterArn,
    maxReceiveCount: redrive.maxReceiveCount,
  });

const COMMON = {
  QueueArn: ({ queue }) => queue.arn,
  ApproximateNumberOfMessages: ({ counts }) => String(counts.visible),
  ApproximateNumberOfMessagesNotVisible: ({ counts }) => String(counts.inFlight),
  ApproximateNumberOfMessagesDelayed: ({ counts }) => String(counts.delayed),
  CreatedTimestamp: ({ state }) => toSeconds(state.createdAt),
  LastModifiedTimestamp: ({ state }) => toSeconds(state.modifiedAt),
  VisibilityTimeout: ({ queue }) => String(queue.visibilityTimeoutSeconds),
  MaximumMessageSize: ({ queue }) => String(queue.maximumMessageSize),
  MessageRetentionPeriod: ({ queue }) => String(queue.retentionSeconds),
  DelaySeconds: ({ queue }) => String(queue.delaySeconds),
  ReceiveMessageWaitTimeSeconds: ({ queue }) => String(queue.receiveWaitSeconds),
  RedrivePolicy: ({ queue }) => redrivePolicy(queue),
} as const satisfies Record<string, (known: Known) => string | undefined>;

const FIFO_ONLY = {
  FifoQueue: () => 'true',
  ContentBasedDeduplication: ({ queue }) => String(queue.contentBasedDeduplication),
  DeduplicationScope: ({ queue }) => (queue.deduplicatesPerGroup ? 'messageGroup' : 'queue'),
  FifoThroughputLimit: ({ queue }) =>
    queue.deduplicatesPerGroup ? 'perMessageGroupId' : 'perQueue',
} as const satisfies Record<string, (known: Known) => string>;

/** Attributes that the service has and the definition of an embedded queue lacks. */
const UNKEPT = new Set([
  'Policy',
  'RedriveAllowPolicy',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
  'SqsManagedSseEnabled',
]);

const attributesOf = (known: Known): ReadonlyMap<string, string> => {
  const table = { ...COMMON, ...(known.queue.fifo && FIFO_ONLY) };
  const pairs = Object.entries(table).map(([name, read]) => [name, read(known)] as const);
  return new Map(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
};

const checkName = (name: string): void => {
  if (UNKEPT.has(name)) throw makeUnsupportedError(`the queue attribute ${name}`);
  if (name === 'All' || Object.hasOwn(COMMON, name) || Object.hasOwn(FIFO_ONLY, name)) return;
  throw queueFault('InvalidAttributeName', `Unknown Attribute ${name}.`);
};

/** A requested attribute that the queue does not have is left out. */
export const getQueueAttributes = async (core: QueueCore, input: WireInput): Promise<object> => {
  const queue = core.registry.at(requireText(input, 'QueueUrl'));
  const names = readTexts(input, 'AttributeNames');
  for (const name of names) checkName(name);
  if (names.length === 0) return {};
  const known = await core.write(() => {
    const now = core.clock.now();
    core.messages.expire(queue, now);
    return { queue, counts: core.messages.counts(queue.name, now), state: core.states.of(queue) };
  });
  const all = [...attributesOf(known)];
  const chosen = names.includes('All') ? all : all.filter(([name]) => names.includes(name));
  return { Attributes: Object.fromEntries(chosen) };
};
