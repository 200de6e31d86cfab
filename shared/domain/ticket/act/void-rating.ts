/** 评价撤销: the rating is not the applicant's, so nothing of its ticket is left to do. */
import { changedClocks } from '../clocks.ts';
import type { Act } from './act.ts';
import { endWork } from './ruling.ts';

export const voidRating: Act<'voidRating'> = (
  ticket,
  { contest, proposedBy, confirmedBy, note },
  context,
) => {
  if (ticket.voidedAt !== undefined) return 'nothing_changed';
  const clocks = changedClocks(ticket.clocks, endWork(ticket, context));
  return {
    type: 'voided',
    facts: { contest, proposedBy, confirmedBy, clocks },
    to: 'dismissed',
    sealedNote: note,
    notices: [
      { type: 'rating_voided', to: 'department' },
      { type: 'rating_voided', to: 'supervisor' },
    ],
  };
};
