/** Why a command on a ticket is refused. Nothing was changed. */
export type TicketRefusal =
  | 'illegal_move' // the state does not allow it
  | 'role_missing'
  | 'other_department' // a handler of another department
  | 'out_of_area' // the person has no access to the area
  | 'own_claim' // the person who made the claim may not rule on it
  | 'own_submission' // the person who submitted may not approve or return
  | 'own_department' // a department that ever had the ticket may not rule on it
  | 'own_work' // nor a person who ever worked on it for a department
  | 'department_missing' // the person's department is unknown, so nobody knows that it is another
  | 'contact_missing' // neither reached nor tried often enough
  | 'finding_missing'
  | 'evidence_missing'
  | 'claim_used'
  | 'claim_waiting' // another claim waits for its ruling
  | 'claim_not_waiting' // nothing of that kind waits for a ruling
  | 'extension_late' // requested after the due moment
  | 'extension_too_long'
  | 'already_due' // an extension can no longer be granted, only refused
  | 'review_date_past' // the review date must lie after today
  | 'review_date_too_far' // beyond what anybody may grant
  | 'review_date_of_city' // beyond the policy: only a supervisor of the whole city grants it
  | 'same_department'
  | 'transfer_waiting' // a transfer was asked for already
  | 'transfer_not_waiting' // no transfer was asked for
  | 'transfer_of_city' // after two transfers, or to another area, only supervisors of the whole city decide
  | 'append_closed' // before the answer, or after the window
  | 'append_used'
  | 'nothing_due'
  | 'nothing_changed';
