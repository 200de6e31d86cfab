import type { QueueDefinition } from '../../model.ts';
import type { WireInput } from '../../wire.ts';
import type { MessageRow } from '../message/message-row.ts';
import { readHandle } from '../message/receipt-handle.ts';
import type { News, QueueCore } from '../queue-core.ts';
import { handleExpired, invalidValue, missingParameter, queueFault } from '../queue-fault.ts';
import { readWhole, requireText } from '../queue-input.ts';
import { answerBatch, readBatch } from './batch.ts';
import { VISIBILITY } from './receive-message.ts';

const LONGEST_TOTAL_MS = VISIBILITY.most * 1000;

/** Returns the message that the handle holds now; older handles hold nothing. */
const heldBy = (core: QueueCore, queue: QueueDefinition, handle: string): MessageRow => {
  const { place, nonce } = readHandle(queue.name, handle);
  const row = core.messages.find(queue.name, place);
  if (row?.receipt === nonce) return row;
  if (row && queue.fifo) throw handleExpired(handle);
  throw invalidValue(
    'ReceiptHandle',
    handle,
    'Message does not exist or is not available for visibility timeout change.',
  );
};

/** The total is limited to twelve hours from the receive, however often the timeout is changed. */
const checkTotal = (row: MessageRow, seconds: number, visibleAt: number): void => {
  if (visibleAt - (row.receivedAt ?? visibleAt) <= LONGEST_TOTAL_MS) return;
  throw invalidValue(
    'VisibilityTimeout',
    seconds,
    'Total VisibilityTimeout for the message is beyond the limit [43200 seconds]',
  );
};

const applyVisibility =
  (core: QueueCore, queue: QueueDefinition, news: News) => (input: WireInput) => {
    const handle = requireText(input, 'ReceiptHandle');
    const seconds = readWhole(input, 'VisibilityTimeout', VISIBILITY);
    if (seconds === undefined) throw missingParameter('VisibilityTimeout');
    const row = heldBy(core, queue, handle);
    const now = core.clock.now();
    const visibleAt = now + seconds * 1000;
    if (row.visibleAt <= now) {
      throw queueFault('MessageNotInflight', 'The specified message is not in flight.');
    }
    checkTotal(row, seconds, visibleAt);
    core.messages.hideUntil(row.place, visibleAt);
    if (seconds > 0) news.expect(queue, visibleAt);
    else news.touch(queue);
    return {};
  };

/** The timeout counts from now; 0 makes the message receivable immediately. */
export const changeMessageVisibility = async (
  core: QueueCore,
  input: WireInput,
): Promise<object> => {
  const queue = core.registry.at(requireText(input, 'QueueUrl'));
  return core.write((news) => applyVisibility(core, queue, news)(input));
};

export const changeMessageVisibilityBatch = async (
  core: QueueCore,
  input: WireInput,
): Promise<object> => {
  const queue = core.registry.at(requireText(input, 'QueueUrl'));
  const entries = readBatch(input, 'ChangeMessageVisibilityBatchRequestEntry');
  return core.write((news) => answerBatch(entries, applyVisibility(core, queue, news)));
};
