import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Notice, NoticeOutlet } from '../../shared/port/inbox.ts';
import { fromFirstFailed, itemAfter } from '../../shared/store/change.ts';

/** Rung 0: the department is told that a ticket was opened. The id makes a repeat the same notice. */
export const noticeOf = (ticket: Ticket): Notice => ({
  id: `${ticket.id}/opened`,
  to: { creditCode: ticket.creditCode, area: ticket.area },
  type: 'ticket_opened',
  ticketId: ticket.id,
  at: ticket.openedAt,
});

const announced = (record: DynamoDBRecord): readonly Notice[] => {
  const ticket = record.eventName === 'INSERT' ? itemAfter<Ticket>(record) : undefined;
  return ticket === undefined ? [] : [noticeOf(ticket)];
};

/** New tickets of the change stream go to the notice queue; the stream is the outbox. */
export const announceTickets =
  (outlet: NoticeOutlet) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed = new Set(await outlet.announce(event.Records.flatMap(announced)));
    return fromFirstFailed(event.Records, (record) =>
      announced(record).some((notice) => failed.has(notice.id)),
    );
  };
