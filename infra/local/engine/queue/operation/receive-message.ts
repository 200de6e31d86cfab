import { randomUUID } from 'node:crypto';

import type { EpochMs } from '../../clock.ts';
import type { QueueDefinition } from '../../model.ts';
import { makeUnsupportedError } from '../../wire.ts';
import type { WireCaller, WireInput } from '../../wire.ts';
import type { MessageRow } from '../message/message-row.ts';
import { readWanted, showMessage } from '../message/received-message.ts';
import { shuffle } from '../message/shuffle.ts';
import type { News, QueueCore } from '../queue-core.ts';
import { queueFault } from '../queue-fault.ts';
import { readText, readWhole, requireText } from '../queue-input.ts';
import { receivableAfterRedrive } from './dead-letter.ts';

/** The service's limit for messages in flight per queue. */
const MOST_IN_FLIGHT = 120_000;

const MAX_MESSAGES = { least: 1, most: 10, reason: 'Must be between 1 and 10, if provided.' };
const WAIT = { least: 0, most: 20, reason: 'Must be >= 0 and <= 20, if provided.' };
export const VISIBILITY = { least: 0, most: 43_200, reason: 'Must be between 0 and 43200.' };

interface Call {
  readonly queue: QueueDefinition;
  readonly limit: number;
  readonly visibilityMs: number;
  readonly waitMs: number;
  readonly caller: WireCaller | undefined;
}

const readCall = (core: QueueCore, input: WireInput, caller?: WireCaller): Call => {
  const queue = core.registry.at(requireText(input, 'QueueUrl'));
  if (readText(input, 'ReceiveRequestAttemptId') !== undefined) {
    throw makeUnsupportedError('ReceiveRequestAttemptId of ReceiveMessage');
  }
  const visibility = readWhole(input, 'VisibilityTimeout', VISIBILITY);
  return {
    queue,
    caller,
    limit: readWhole(input, 'MaxNumberOfMessages', MAX_MESSAGES) ?? 1,
    visibilityMs: (visibility ?? queue.visibilityTimeoutSeconds) * 1000,
    waitMs: (readWhole(input, 'WaitTimeSeconds', WAIT) ?? queue.receiveWaitSeconds) * 1000,
  };
};

const hasRoom = (core: QueueCore, queue: QueueDefinition, now: EpochMs): boolean => {
  if (core.messages.inFlight(queue.name, now) < MOST_IN_FLIGHT) return true;
  if (queue.fifo) return false;
  throw queueFault('OverLimit', 'Too many messages in flight for queue.');
};

/**
 * From how far behind the front a message may be returned when the order is changed by an injected
 * fault.
 */
const REACH = 10;

/** Returns the messages to return now. A standard queue does not guarantee the order. */
const chooseMessages = (core: QueueCore, call: Call, news: News): readonly MessageRow[] => {
  const { queue, limit, caller } = call;
  if (queue.fifo || !core.mishaps.reorders(caller)) return receivableAfterRedrive(core, call, news);
  const rows = receivableAfterRedrive(core, { queue, limit: limit + REACH }, news);
  return shuffle(rows, () => core.mishaps.random()).slice(0, limit);
};

const takeMessages = (core: QueueCore, call: Call, news: News): readonly MessageRow[] => {
  const now = core.clock.now();
  const visibleAt = now + call.visibilityMs;
  core.messages.expire(call.queue, now);
  if (!hasRoom(core, call.queue, now)) return [];
  const rows = chooseMessages(core, call, news);
  if (rows.length > 0) {
    if (call.visibilityMs > 0) news.expect(call.queue, visibleAt);
    else news.touch(call.queue);
  }
  return rows.map(({ place }) =>
    core.messages.take(place, { receipt: randomUUID(), now, visibleAt }),
  );
};

/** Most attempts find nothing, and an empty result needs no transaction. */
const tryReceive = async (core: QueueCore, call: Call): Promise<readonly MessageRow[]> =>
  (await core.mayHold(call.queue)) ? core.write((news) => takeMessages(core, call, news)) : [];

/** Tries until there is a message, the wait time is over, or the engine stops. */
const poll = async (core: QueueCore, call: Call): Promise<readonly MessageRow[]> => {
  const deadline = core.clock.now() + call.waitMs;
  while (!core.arrivals.stopped && core.clock.now() < deadline) {
    // Registered before the attempt, so that a message that arrives while it is being committed
    // ends the wait.
    const turn = core.arrivals.wait(call.queue.name, deadline);
    try {
      const rows = await tryReceive(core, call);
      if (rows.length > 0) return rows;
      await turn.over;
    } finally {
      turn.leave();
    }
  }
  return core.arrivals.stopped ? [] : tryReceive(core, call);
};

/**
 * `ReceiveMessage`. A standard queue returns the messages that have been receivable longest. A FIFO
 * queue keeps the order within each group and may return several messages of one group.
 */
export const receiveMessage = async (
  core: QueueCore,
  input: WireInput,
  caller?: WireCaller,
): Promise<object> => {
  const call = readCall(core, input, caller);
  const wanted = readWanted(input);
  const rows = await poll(core, call);
  return rows.length === 0
    ? {}
    : { Messages: rows.map((row) => showMessage(call.queue, row, wanted)) };
};
