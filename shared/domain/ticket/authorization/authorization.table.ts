import type { StaffRole } from '../../access/staff-role.ts';
import type { Command } from '../command.ts';

/** The relation to the ticket that a person of a role must have. */
export interface Capacity {
  readonly role: StaffRole;
  /**
   * `department`: belongs to the ticket's department; `area`: has access to its area, and the rating
   * is not about the person's own doing; `outside`: also, neither the person nor the department ever
   * had the ticket.
   */
  readonly place: 'department' | 'area' | 'outside';
}

const handler: Capacity = { role: 'handler', place: 'department' };
const supervisor: Capacity = { role: 'supervisor', place: 'area' };
const reviewer: Capacity = { role: 'reviewer', place: 'area' };
const outsideSupervisor: Capacity = { role: 'supervisor', place: 'outside' };
const outsideReviewer: Capacity = { role: 'reviewer', place: 'outside' };

/** A command, reduced to what decides who may give it. */
export type AuthorizedAction =
  | Exclude<Command['type'], 'rule' | 'review'>
  | 'rule_invalid'
  | 'rule_hardship'
  | 'rule_extension'
  | 'review_keep'
  | 'review_resume';

export type MayBy = readonly Capacity[] | 'resident' | 'system';

/** Who may do what; one of several capacities is enough. */
export const ticketAuthorization = {
  recordContact: [handler],
  find: [handler],
  claimInvalid: [handler],
  claimHardship: [handler],
  requestExtension: [handler],
  submit: [handler],
  askTransfer: [handler],
  // 改派由派单单位决定.
  transfer: [outsideSupervisor],
  declineTransfer: [outsideSupervisor],
  unmask: [handler, supervisor, reviewer],
  urge: [supervisor],
  // 申诉由信访部门复核.
  rule_invalid: [outsideReviewer],
  rule_hardship: [outsideSupervisor, outsideReviewer],
  rule_extension: [outsideSupervisor, outsideReviewer],
  approve: [outsideSupervisor],
  return: [outsideSupervisor],
  // To prolong a hardship is a ruling; to resume work on it is not.
  review_keep: [outsideSupervisor, outsideReviewer],
  review_resume: [handler, supervisor, reviewer],
  append: 'resident',
  voidRating: 'system',
  provinceStep: 'system',
  escalate: 'system',
  recount: 'system',
} as const satisfies Record<AuthorizedAction, MayBy>;
Object.freeze(ticketAuthorization);
