import type { QueueDefinition } from '../../model.ts';
import type { WireInput } from '../../wire.ts';
import type { MessageRow } from '../message/message-row.ts';
import { readHandle } from '../message/receipt-handle.ts';
import type { News, QueueCore } from '../queue-core.ts';
import { handleExpired, queueFault } from '../queue-fault.ts';
import { requireText } from '../queue-input.ts';
import { answerBatch, readBatch } from './batch.ts';

const HANDLE_LIFE_MS = 12 * 60 * 60 * 1000;
const PURGE_INTERVAL_MS = 60_000;

const checkAge = (core: QueueCore, queue: QueueDefinition, row: MessageRow): boolean => {
  const now = core.clock.now();
  if (now - (row.receivedAt ?? now) > HANDLE_LIFE_MS) return false;
  return !queue.fifo || row.visibleAt > now;
};

/**
 * Only the latest handle deletes. With an older one a standard queue returns success and keeps the
 * message. A FIFO queue refuses it, and also refuses the latest handle after its visibility
 * timeout.
 */
const removeMessage =
  (core: QueueCore, queue: QueueDefinition, news: News) => (input: WireInput) => {
    const handle = requireText(input, 'ReceiptHandle');
    const { place, nonce } = readHandle(queue.name, handle);
    const row = core.messages.find(queue.name, place);
    if (!row) return {};
    const latest = row.receipt === nonce;
    if (!latest && !queue.fifo) return {};
    if (!latest || !checkAge(core, queue, row)) throw handleExpired(handle);
    core.messages.remove(place);
    // The next message of its group may now be receivable.
    if (queue.fifo) news.touch(queue);
    return {};
  };

export const deleteMessage = async (core: QueueCore, input: WireInput): Promise<object> => {
  const queue = core.registry.at(requireText(input, 'QueueUrl'));
  return core.write((news) => removeMessage(core, queue, news)(input));
};

export const deleteMessageBatch = async (core: QueueCore, input: WireInput): Promise<object> => {
  const queue = core.registry.at(requireText(input, 'QueueUrl'));
  const entries = readBatch(input, 'DeleteMessageBatchRequestEntry');
  return core.write((news) => answerBatch(entries, removeMessage(core, queue, news)));
};

/** Deletes everything immediately, where the service takes up to a minute. */
export const purgeQueue = async (core: QueueCore, input: WireInput): Promise<object> => {
  const queue = core.registry.at(requireText(input, 'QueueUrl'));
  return core.write(() => {
    const now = core.clock.now();
    const { purgedAt } = core.states.of(queue);
    if (purgedAt !== null && now - purgedAt < PURGE_INTERVAL_MS) {
      const text = `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`;
      throw queueFault('PurgeQueueInProgress', text);
    }
    core.messages.clear(queue.name);
    core.states.purged(queue, now);
    return {};
  });
};
