import type { ItemKey } from '../keys.ts';

/** Keys of files; the overview of all items is in `keys.ts`. */

export const evidenceKey = (id: string): ItemKey => ({ pk: `EVIDENCE#${id}`, sk: 'EVIDENCE' });

export const evidenceOfTicket = (ticketId: string): string => `EVIDENCES#${ticketId}`;
