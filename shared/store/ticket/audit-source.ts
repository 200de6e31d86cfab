import { projectNoOf, serviceNumberOf } from '../../domain/ticket/ticket.ts';
import type { AuditSource, TicketList } from '../../port/ticket/audit-source.ts';
import { bodiesOf, examine, misplacedIn, unreadableIn } from '../examine.ts';
import { partItems, queryAll } from '../items.ts';
import { endedTicketsOf, openTicketsOf, ratingKey, stepsOn, ticketKey } from '../keys.ts';
import { storedRating } from '../rating/schema.ts';
import { ratingPlace } from '../rating/store.ts';
import type { Table } from '../table.ts';
import { stepPlace, ticketPlace } from './place.ts';
import { storedTicket } from './schema.ts';
import { storedStep } from './step-schema.ts';

const examineTicket = examine(storedTicket, ticketPlace);
const examineStep = examine(storedStep, stepPlace);
const examineRating = examine(storedRating, ratingPlace);

/** Returns the key under which all ratings of the contact of a ticket begin. */
const ratingsOf = (ticketId: string) => {
  const [projectNo, serviceNumber] = [projectNoOf(ticketId), serviceNumberOf(ticketId)];
  const { pk, sk } = ratingKey({ projectNo, serviceNumber, assessNumber: 1 });
  return { pk, beginsWith: sk.slice(0, -1) };
};

const listKey = (list: TicketList): string => {
  switch (list.of) {
    case 'changed':
      return stepsOn(list.day);
    case 'open':
      return openTicketsOf(list.area);
    case 'ended':
      return endedTicketsOf(list.area, list.month);
    default:
      return list satisfies never;
  }
};

export const auditSource = (table: Table): AuditSource => ({
  async itemsOf(ticketId) {
    const { pk, sk } = ticketKey(ticketId);
    const [own, rated] = await Promise.all([
      partItems(table, { pk }),
      partItems(table, ratingsOf(ticketId)),
    ]);
    const tickets = own.filter((item) => item['sk']?.S === sk).map(examineTicket);
    const steps = own.filter((item) => item['sk']?.S?.startsWith('STEP#')).map(examineStep);
    const ratings = rated.map(examineRating);
    const all = [...tickets, ...steps, ...ratings];
    return {
      ticket: bodiesOf(tickets).at(0),
      steps: bodiesOf(steps),
      ratings: bodiesOf(ratings),
      unreadable: unreadableIn(all),
      misplaced: misplacedIn(all),
    };
  },

  async idsIn(list) {
    const keys = await queryAll(table, {
      IndexName: 'list',
      KeyConditionExpression: 'listPk = :pk',
      ExpressionAttributeValues: { ':pk': { S: listKey(list) } },
      ProjectionExpression: 'pk',
    });
    return [...new Set(keys.map(({ pk }) => (pk?.S ?? '').replace(/^TICKET#/u, '')))];
  },
});
