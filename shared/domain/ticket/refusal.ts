/** Why a command on a ticket is refused; nothing was changed. */
const ticketRefusals = [
  'illegal_move', // the state does not allow it
  'role_missing',
  'other_department', // a handler of another department
  'out_of_area', // the area is out of the person's reach
  'own_claim', // who asked may not rule
  'own_submission', // who submitted may not approve or return
  'own_department', // a department may not rule on itself
  'contact_missing', // neither reached nor tried often enough
  'finding_missing',
  'evidence_missing',
  'claim_used',
  'claim_waiting', // another claim waits for its ruling
  'claim_not_waiting', // nothing of that kind waits for a ruling
  'extension_late', // asked for after the due moment
  'extension_too_long',
  'already_due', // an extension can no longer be granted, only refused
  'review_date_past', // the review date must lie after today
  'same_department',
  'append_closed', // before the answer, or the window is over
  'append_used',
  'nothing_due',
  'nothing_changed',
] as const;
export type TicketRefusal = (typeof ticketRefusals)[number];
