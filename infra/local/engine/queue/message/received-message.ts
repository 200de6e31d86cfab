import type { QueueDefinition } from '../../model.ts';
import type { WireInput } from '../../wire.ts';
import { queueFault } from '../queue-fault.ts';
import { readTexts } from '../queue-input.ts';
import { attributesMd5, md5 } from './message-digest.ts';
import type { Attributes } from './message-digest.ts';
import { sequenceNumber } from './message-row.ts';
import type { MessageRow } from './message-row.ts';
import { writeHandle } from './receipt-handle.ts';

/** The sender of every message: the embedded engine knows no principals. */
const SENDER = 'AROALOCALRUNTIME00000:local';

const SYSTEM_ATTRIBUTES = {
  SenderId: () => SENDER,
  SentTimestamp: (row) => String(row.sentAt),
  ApproximateReceiveCount: (row) => String(row.receiveCount),
  ApproximateFirstReceiveTimestamp: (row) => String(row.firstReceivedAt),
  MessageGroupId: (row) => row.groupId,
  MessageDeduplicationId: (row) => row.dedupId,
  SequenceNumber: (row) =>
    row.dedupId === null ? null : sequenceNumber(row.sequence ?? row.place),
  AWSTraceHeader: (row) => row.trace,
  DeadLetterQueueSourceArn: (row) => row.sourceArn,
} as const satisfies Record<string, (row: MessageRow) => string | null>;

type SystemAttribute = keyof typeof SYSTEM_ATTRIBUTES;

const ALL = Object.keys(SYSTEM_ATTRIBUTES) as SystemAttribute[];

/** The attributes that a receive requests in addition to the body. */
export interface Wanted {
  readonly system: readonly SystemAttribute[];
  readonly user: (name: string) => boolean;
}

const readSystemNames = (input: WireInput): readonly SystemAttribute[] => {
  const names = [
    ...readTexts(input, 'MessageSystemAttributeNames'),
    ...readTexts(input, 'AttributeNames'),
  ];
  const unknown = names.find((name) => name !== 'All' && !Object.hasOwn(SYSTEM_ATTRIBUTES, name));
  if (unknown !== undefined) {
    throw queueFault('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
  }
  return names.includes('All') ? ALL : ALL.filter((name) => names.includes(name));
};

export const readWanted = (input: WireInput): Wanted => {
  const names = readTexts(input, 'MessageAttributeNames');
  const exact = new Set(names);
  const prefixes = names.filter((name) => name.endsWith('.*')).map((name) => name.slice(0, -2));
  const all = exact.has('All') || exact.has('.*');
  return {
    system: readSystemNames(input),
    user: (name) => all || exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix)),
  };
};

const systemAttributes = (row: MessageRow, wanted: Wanted) => {
  const pairs = wanted.system.map((name) => [name, SYSTEM_ATTRIBUTES[name](row)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
};

const unlessEmpty = (record: object) => (Object.keys(record).length > 0 ? record : undefined);

/** Returns the message in the form of the `ReceiveMessage` response. */
export const showMessage = (queue: QueueDefinition, row: MessageRow, wanted: Wanted) => {
  const stored = JSON.parse(row.attributes) as Attributes;
  const user = Object.fromEntries(Object.entries(stored).filter(([name]) => wanted.user(name)));
  return {
    MessageId: row.id,
    ReceiptHandle: writeHandle({
      queue: queue.name,
      place: row.place,
      nonce: row.receipt ?? '',
    }),
    Body: row.body,
    MD5OfBody: md5(row.body),
    Attributes: unlessEmpty(systemAttributes(row, wanted)),
    MessageAttributes: unlessEmpty(user),
    // Computed over the attributes in this response, so that the receiver can verify them.
    MD5OfMessageAttributes: attributesMd5(user),
  };
};
