import { createHash } from 'node:crypto';

import type { QueueDefinition } from '../../model.ts';
import type { WireInput } from '../../wire.ts';
import { makeInvalidParameter, invalidValue, missingParameter } from '../queue-fault.ts';
import { readText, readWhole, requireText } from '../queue-input.ts';
import { checkCharacters, readAttributes, readTraceHeader } from './message-attributes.ts';
import type { Attributes } from './message-digest.ts';
import { sizeOf } from './message-size.ts';

/** A validated message that has no place in the queue yet. */
export interface MessageDraft {
  readonly body: string;
  readonly attributes: Attributes;
  readonly trace: string | undefined;
  readonly groupId: string | undefined;
  readonly dedupId: string | undefined;
  readonly delaySeconds: number;
}

const DELAY = { least: 0, most: 900, reason: 'DelaySeconds must be >= 0 and <= 900.' };
const WRONG_QUEUE_TYPE = 'The request include parameter that is not valid for this queue type.';

const readToken = (entry: WireInput, name: string): string | undefined => {
  const token = readText(entry, name);
  if (token === undefined || /^[!-~]{1,128}$/u.test(token)) return token;
  const reason = `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`;
  throw invalidValue(name, token, reason);
};

const readDelay = (queue: QueueDefinition, entry: WireInput): number => {
  const delay = readWhole(entry, 'DelaySeconds', DELAY);
  if (!queue.fifo) return delay ?? queue.delaySeconds;
  // A FIFO queue has one delay for all messages; 0 is accepted and means that delay.
  if (delay) throw invalidValue('DelaySeconds', delay, WRONG_QUEUE_TYPE);
  return queue.delaySeconds;
};

const readDedupId = (queue: QueueDefinition, entry: WireInput, body: string) => {
  const given = readToken(entry, 'MessageDeduplicationId');
  if (!queue.fifo) {
    if (given === undefined) return undefined;
    throw invalidValue('MessageDeduplicationId', given, WRONG_QUEUE_TYPE);
  }
  if (given !== undefined) return given;
  if (queue.contentBasedDeduplication) return createHash('sha256').update(body).digest('hex');
  throw makeInvalidParameter(
    'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  );
};

/**
 * Validates a message of `SendMessage` or of one batch entry. Throws the error that the service
 * would return.
 */
export const draftMessage = (queue: QueueDefinition, entry: WireInput): MessageDraft => {
  const body = requireText(entry, 'MessageBody');
  checkCharacters(body);
  const groupId = readToken(entry, 'MessageGroupId');
  if (queue.fifo && groupId === undefined) throw missingParameter('MessageGroupId');
  const draft = {
    body,
    attributes: readAttributes(entry),
    trace: readTraceHeader(entry),
    groupId,
    dedupId: readDedupId(queue, entry, body),
    delaySeconds: readDelay(queue, entry),
  };
  if (sizeOf(entry) > queue.maximumMessageSize) {
    throw makeInvalidParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${queue.maximumMessageSize} bytes.`,
    );
  }
  return draft;
};
