import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';

import type { Rating } from '../domain/rating.ts';
import { firstDue } from '../domain/ticket.ts';
import type { OpenedTicket, Ticket } from '../domain/ticket.ts';
import type { RatingStore, Recorded } from '../port/rating-store.ts';
import { guarded } from './contention.ts';
import { getItem, putNew } from './items.ts';
import { dueList, openTicketList, ratedList, ratingKey, stepKey, ticketKey } from './keys.ts';
import { fromItem, toItem } from './table.ts';
import type { Placement, Table } from './table.ts';

const ratingPlace = (rating: Rating): Placement => ({
  key: ratingKey(rating),
  kind: 'rating',
  list: ratedList(rating),
});

/** Where an open ticket stands: on its department's work list and, once due is known, in the due index. */
export const ticketPlace = (ticket: Ticket): Placement => {
  const due = firstDue(ticket);
  return {
    key: ticketKey(ticket.id),
    kind: 'ticket',
    list: openTicketList({ ...ticket, due }),
    due: due && dueList(ticket.id, due),
  };
};

const recordBoth = async (
  table: Table,
  rating: Rating,
  opened: OpenedTicket,
): Promise<Recorded> => {
  const { ticket, first } = opened;
  const items: [Placement, object][] = [
    [ratingPlace(rating), rating],
    [ticketPlace(ticket), ticket],
    [{ key: stepKey(ticket.id, first.number), kind: 'step' }, first],
  ];
  const write = new TransactWriteItemsCommand({
    TransactItems: items.map(([place, body]) => ({
      Put: {
        TableName: table.name,
        Item: toItem(place, body),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    })),
  });
  // The first condition to fail is the rating's: its ticket and step were written with it.
  const result = await guarded(() => table.client.send(write));
  return result.ok ? { ok: true } : { ok: false, existing: fromItem<Rating>(result.existing) };
};

export const ratingStore = (table: Table): RatingStore => ({
  record: (rating, opened) =>
    opened === undefined
      ? putNew<Rating>(table, ratingPlace(rating), rating)
      : recordBoth(table, rating, opened),

  find: (key) => getItem<Rating>(table, ratingKey(key)),
});
