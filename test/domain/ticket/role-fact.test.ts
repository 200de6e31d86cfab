import { describe, expect, it } from 'vitest';

import { staffRoles } from '../../../shared/domain/access/staff-role.ts';
import { ticketAuthorization } from '../../../shared/domain/ticket/authorization/authorization.table.ts';
import { roleFact } from '../../../shared/domain/ticket/authorization/role-fact.ts';
import type { Command } from '../../../shared/domain/ticket/command.ts';

const command = (action: string): Command => {
  const [type = '', of] = action.split('_');
  return { type, claim: of, outcome: of === 'keep' ? 'prolong' : of } as unknown as Command;
};

describe('who lacks the role of an action is told', () => {
  it.each([
    ['transfer', ['handler'], 'transfer: supervisor; askTransfer: handler'],
    ['askTransfer', ['supervisor'], 'askTransfer: handler; transfer: supervisor'],
    ['rule_invalid', ['handler'], 'rule: reviewer; claimInvalid: handler'],
    ['rule_invalid', ['supervisor'], 'rule: reviewer'],
    ['rule_extension', ['handler'], 'rule: supervisor | reviewer; requestExtension: handler'],
    ['claimHardship', ['reviewer'], 'claimHardship: handler; rule: supervisor | reviewer'],
    ['approve', ['reviewer'], 'approve: supervisor'],
    ['urge', ['handler'], 'urge: supervisor'],
    ['unmask', ['clerk'], 'unmask: handler | supervisor | reviewer'],
  ] as const)('%s, as %j: %s', (action, roles, fact) => {
    expect(roleFact(command(action), roles)).toBe(fact);
  });

  it.each(Object.entries(ticketAuthorization))('the roles of %s, all of them', (action, may) => {
    const named = roleFact(command(action), []);
    const roles = typeof may === 'string' ? [] : may.map(({ role }) => role);
    expect(staffRoles.filter((role) => named.includes(role))).toEqual(
      staffRoles.filter((role) => (roles as readonly string[]).includes(role)),
    );
  });
});
