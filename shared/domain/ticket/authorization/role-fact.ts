import type { StaffRole } from '../../access/staff-role.ts';
import type { Command } from '../command.ts';
import { ticketAuthorization } from './authorization.table.ts';
import type { AuthorizedAction, MayBy } from './authorization.table.ts';
import { actionOf } from './authorization.ts';

/** What one side of a matter does where the other side does something else. */
const otherSide: Partial<Record<AuthorizedAction, AuthorizedAction>> = {
  transfer: 'askTransfer',
  askTransfer: 'transfer',
  rule_invalid: 'claimInvalid',
  rule_hardship: 'claimHardship',
  rule_extension: 'requestExtension',
  claimInvalid: 'rule_invalid',
  claimHardship: 'rule_hardship',
  requestExtension: 'rule_extension',
  approve: 'submit',
  return: 'submit',
  submit: 'approve',
};

const rolesOf = (action: AuthorizedAction): readonly StaffRole[] => {
  const may: MayBy = ticketAuthorization[action];
  return typeof may === 'string' ? [] : [...new Set(may.map(({ role }) => role))];
};

/** The `type` of a command: `rule_invalid` is a ruling, whatever it is about. */
const typeOf = (action: AuthorizedAction): string => action.split('_')[0] ?? action;

const right = (action: AuthorizedAction): string =>
  `${typeOf(action)}: ${rolesOf(action).join(' | ')}`;

/**
 * Returns for somebody who lacks the role of an action who has it, and the action that the person's
 * own role takes in the same matter: `transfer: supervisor; askTransfer: handler`.
 */
export const roleFact = (command: Command, roles: readonly StaffRole[]): string => {
  const action = actionOf(command);
  const other = otherSide[action];
  const isOwn = other !== undefined && rolesOf(other).some((role) => roles.includes(role));
  return isOwn ? `${right(action)}; ${right(other)}` : right(action);
};
