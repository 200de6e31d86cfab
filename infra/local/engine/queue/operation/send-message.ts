import { randomUUID } from 'node:crypto';

import type { EpochMs } from '../../clock.ts';
import type { QueueDefinition } from '../../model.ts';
import type { WireCaller, WireInput } from '../../wire.ts';
import { attributesMd5, md5 } from '../message/message-digest.ts';
import { draftMessage } from '../message/message-draft.ts';
import type { MessageDraft } from '../message/message-draft.ts';
import { sequenceNumber } from '../message/message-row.ts';
import { sizeOf } from '../message/message-size.ts';
import type { News, QueueCore } from '../queue-core.ts';
import { makeInvalidParameter, queueFault } from '../queue-fault.ts';
import { readText, requireText } from '../queue-input.ts';
import { answerBatch, readBatch } from './batch.ts';

interface Sent {
  readonly id: string;
  readonly place: number;
}

const LARGEST_BATCH = 1_048_576;

/** A reordered message is received before those of the last second (injected fault). */
const OVERTAKES_MS = 1000;

const insertMessage = (
  core: QueueCore,
  queue: QueueDefinition,
  draft: MessageDraft & { readonly now: EpochMs; readonly overtakes: boolean },
): Sent => {
  const id = randomUUID();
  const { now, body, trace = null, groupId = null, dedupId = null } = draft;
  const place = core.messages.insert({
    queue: queue.name,
    id,
    body,
    attributes: JSON.stringify(draft.attributes),
    trace,
    groupId,
    dedupId,
    sequence: null,
    sentAt: now,
    enqueuedAt: now,
    arrivedAt: now,
    visibleAt: now + draft.delaySeconds * 1000 - (draft.overtakes ? OVERTAKES_MS : 0),
    receiveCount: 0,
    firstReceivedAt: null,
    receivedAt: null,
    receipt: null,
    sourceArn: null,
  });
  return { id, place };
};

/** Returns the key by which duplicates are detected. Group ids contain no line break. */
const repeatKey = (queue: QueueDefinition, { dedupId, groupId }: MessageDraft) => {
  if (dedupId === undefined) return undefined;
  const id = queue.deduplicatesPerGroup === true ? `${groupId}\n${dedupId}` : dedupId;
  return { queue: queue.name, id };
};

interface Sending {
  readonly queue: QueueDefinition;
  readonly caller: WireCaller | undefined;
}

/** Inserts the message, unless it duplicates one of the last five minutes (FIFO). */
const enqueue = (core: QueueCore, sending: Sending, news: News) => (draft: MessageDraft) => {
  const { queue, caller } = sending;
  const now = core.clock.now();
  const key = repeatKey(queue, draft);
  const first = key && core.duplicates.firstOf(key, now);
  if (first) return first;
  // The delay of a message is kept in any case.
  const mayOvertake = !queue.fifo && draft.delaySeconds === 0;
  const overtakes = mayOvertake && core.mishaps.reorders(caller);
  const sent = insertMessage(core, queue, { ...draft, now, overtakes });
  if (key) core.duplicates.remember(key, { ...sent, now });
  if (draft.delaySeconds > 0) news.expect(queue, now + draft.delaySeconds * 1000);
  else news.touch(queue);
  return sent;
};

const toSendResult = (queue: QueueDefinition, draft: MessageDraft, sent: Sent) => ({
  MessageId: sent.id,
  MD5OfMessageBody: md5(draft.body),
  MD5OfMessageAttributes: attributesMd5(draft.attributes),
  MD5OfMessageSystemAttributes: draft.trace
    ? attributesMd5({ AWSTraceHeader: { DataType: 'String', StringValue: draft.trace } })
    : undefined,
  SequenceNumber: queue.fifo ? sequenceNumber(sent.place) : undefined,
});

export const sendMessage = async (
  core: QueueCore,
  input: WireInput,
  caller?: WireCaller,
): Promise<object> => {
  const queue = core.registry.at(requireText(input, 'QueueUrl'));
  const draft = draftMessage(queue, input);
  const sent = await core.write((news) => enqueue(core, { queue, caller }, news)(draft));
  return toSendResult(queue, draft, sent);
};

/** Checks for errors of one entry that refuse the whole batch, in the order of the service. */
const checkLine = (queue: QueueDefinition, entries: readonly WireInput[]): void => {
  if (!queue.fifo) return;
  if (entries.some((entry) => readText(entry, 'MessageGroupId') === undefined)) {
    throw makeInvalidParameter('The request must contain the parameter MessageGroupId.');
  }
  if (queue.contentBasedDeduplication) return;
  if (entries.some((entry) => readText(entry, 'MessageDeduplicationId') === undefined)) {
    throw makeInvalidParameter(
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
};

export const sendMessageBatch = async (
  core: QueueCore,
  input: WireInput,
  caller?: WireCaller,
): Promise<object> => {
  const queue = core.registry.at(requireText(input, 'QueueUrl'));
  const entries = readBatch(input, 'SendMessageBatchRequestEntry');
  const size = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  if (size > LARGEST_BATCH) {
    const text = `Batch requests cannot be longer than ${LARGEST_BATCH} bytes. You have sent ${size} bytes.`;
    throw queueFault('BatchRequestTooLong', text);
  }
  checkLine(queue, entries);
  return core.write((news) =>
    answerBatch(entries, (entry) => {
      const draft = draftMessage(queue, entry);
      return toSendResult(queue, draft, enqueue(core, { queue, caller }, news)(draft));
    }),
  );
};
