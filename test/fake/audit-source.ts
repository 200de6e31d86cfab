import { projectNoOf } from '../../shared/domain/ticket/ticket.ts';
import { everyItem } from '../../shared/port/page.ts';
import type { AuditSource } from '../../shared/port/ticket/audit-source.ts';
import type { Stores } from './stores.ts';

type Sources = Pick<Stores, 'tickets' | 'ratings' | 'stepLedger'>;

export const fakeAuditSource = ({ tickets, ratings, stepLedger }: Sources): AuditSource => ({
  async itemsOf(ticketId) {
    const projectNo = projectNoOf(ticketId);
    const key = { projectNo, serviceNumber: Number(ticketId.slice(projectNo.length + 1)) };
    const found = await Promise.all(
      ([1, 2] as const).map((assessNumber) => ratings.find({ ...key, assessNumber })),
    );
    return {
      ticket: await tickets.find(ticketId),
      steps: await tickets.steps(ticketId),
      ratings: found.filter((rating) => rating !== undefined),
      unreadable: [],
      misplaced: [],
    };
  },

  async idsIn(list) {
    const ids = new Set<string>();
    if (list.of === 'changed') {
      for (const { ticketId } of await stepLedger.takenOn(list.day)) ids.add(ticketId);
      return [...ids];
    }
    const listed = everyItem((page) =>
      list.of === 'open' ? tickets.openIn(list, page) : tickets.endedIn(list, page),
    );
    for await (const { id } of listed) ids.add(id);
    return [...ids];
  },
});
