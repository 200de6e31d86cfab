import type { TicketEventType } from '../ticket/event/facts.ts';
import type { Step } from '../ticket/step/step.ts';

/**
 * Access to personal data is audited locally only, and so is a transfer until it is made; the center
 * knows its own actions.
 */
const reportedTypes = {
  opened: true,
  contacted: true,
  found: true,
  claimed: true,
  ruled: true,
  reviewed: true,
  transfer_asked: false,
  transfer_declined: false,
  transferred: true,
  submitted: true,
  approved: true,
  returned: true,
  urged: true,
  unmasked: false,
  appended: true,
  voided: true,
  province_step: false,
  escalated: true,
  contact_overdue: true,
  overdue: true,
  review_overdue: true,
  hardship_review_due: true,
  review_raised: true,
  claim_lapsed: true,
  recounted: true,
} as const satisfies Record<TicketEventType, boolean>;

export const isReportedStep = ({ type }: Pick<Step, 'type'>): boolean => reportedTypes[type];
