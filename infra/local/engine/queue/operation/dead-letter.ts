import type { EpochMs } from '../../clock.ts';
import type { QueueDefinition } from '../../model.ts';
import type { MessageRow, NewMessage } from '../message/message-row.ts';
import type { News, QueueCore } from '../queue-core.ts';

interface Way {
  readonly from: QueueDefinition;
  readonly to: QueueDefinition;
  readonly now: EpochMs;
}

/**
 * Returns the same message for its dead-letter queue: id, body, attributes and receive count stay.
 */
const toDeadLetter = (row: MessageRow, { from, to, now }: Way): NewMessage => {
  const { place, ...message } = row;
  return {
    ...message,
    queue: to.name,
    // Two messages with the same deduplication id must both fit into the dead-letter queue.
    dedupId: to.fifo ? row.id : row.dedupId,
    sequence: row.sequence ?? place,
    // Only in a FIFO queue does retention start anew; the age of a standard message counts from
    // when it was sent.
    enqueuedAt: to.fifo ? now : row.enqueuedAt,
    arrivedAt: now,
    visibleAt: now,
    receipt: null,
    receivedAt: null,
    sourceArn: from.arn,
  };
};

/**
 * Returns the messages that a receive may return now, after it has moved messages with too many
 * receives to the dead-letter queue. Like the service, it checks the count when a message would be
 * received again.
 */
export const receivableAfterRedrive = (
  core: QueueCore,
  { queue, limit }: { readonly queue: QueueDefinition; readonly limit: number },
  news: News,
): readonly MessageRow[] => {
  const now = core.clock.now();
  const to = core.registry.deadLetterOf(queue);
  const most = queue.redrive?.maxReceiveCount ?? Infinity;
  for (;;) {
    const rows = core.messages.receivable(queue, now, limit);
    const dead = rows.filter((row) => row.receiveCount >= most);
    if (!to || dead.length === 0) return rows;
    for (const row of dead)
      core.messages.replace(row.place, toDeadLetter(row, { from: queue, to, now }));
    news.touch(to);
  }
};
