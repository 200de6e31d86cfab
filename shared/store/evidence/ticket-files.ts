import type { Evidence } from '../../domain/evidence/evidence.ts';
import type { TicketFiles } from '../../port/evidence/store.ts';
import { wholeList } from '../items.ts';
import type { Placement, Table } from '../table.ts';
import { evidenceKey, evidenceOfTicket } from './keys.ts';
import { storedEvidence } from './schema.ts';

/** A file is listed by its ticket, whether it became part of an action or not. */
export const evidencePlace = ({ id, ticketId }: Evidence): Placement<Evidence> => ({
  key: evidenceKey(id),
  kind: storedEvidence,
  list: { listPk: evidenceOfTicket(ticketId), listSk: id },
});

export const ticketFiles = (table: Table): TicketFiles => ({
  ofTicket: (ticketId) => wholeList(table, storedEvidence, { listPk: evidenceOfTicket(ticketId) }),
});
