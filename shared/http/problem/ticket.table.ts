import type { TicketRefusal } from '../../domain/ticket/refusal.ts';
import type { ProblemCode } from './problem.table.ts';

/** The problem that a caller gets when the ticket machine refuses. */
export const ticketProblems = {
  illegal_move: 'illegal_move',
  role_missing: 'role_missing',
  other_department: 'out_of_scope',
  out_of_area: 'out_of_scope',
  own_claim: 'own_claim',
  own_submission: 'own_submission',
  own_department: 'own_department',
  own_work: 'own_work',
  department_missing: 'department_missing',
  contact_missing: 'contact_missing',
  finding_missing: 'finding_missing',
  evidence_missing: 'evidence_missing',
  claim_used: 'claim_used',
  claim_waiting: 'claim_waiting',
  claim_not_waiting: 'claim_not_waiting',
  extension_late: 'extension_late',
  extension_too_long: 'extension_too_long',
  already_due: 'already_due',
  review_date_past: 'review_date_past',
  review_date_too_far: 'review_date_too_far',
  review_date_of_city: 'review_date_of_city',
  same_department: 'same_department',
  transfer_waiting: 'transfer_waiting',
  transfer_not_waiting: 'transfer_not_waiting',
  transfer_of_city: 'transfer_of_city',
  append_closed: 'append_closed',
  append_used: 'append_used',
  // Only the system's own commands can have nothing to do; for a person's command it is a server
  // fault.
  nothing_due: 'fault',
  nothing_changed: 'fault',
} as const satisfies Record<TicketRefusal, ProblemCode>;
