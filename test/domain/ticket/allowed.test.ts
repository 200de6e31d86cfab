import { describe, expect, it } from 'vitest';

import { allowedTo, mayBeNamed } from '../../../shared/domain/ticket/authorization/allowed.ts';
import type { ActingStaff, Command } from '../../../shared/domain/ticket/command.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import { openTicket } from '../../../shared/domain/ticket/open-ticket.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { sampleRating } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';

const rules = shippedRules;
const now = at('2026-11-20T10:00:00+08:00');
const rating = sampleRating({ contactConsent: false });

const handler: ActingStaff = {
  role: 'staff',
  id: 'h',
  department: rating.creditCode,
  roles: ['handler'],
  area: '330602',
  isConcerned: false,
};
const supervisor: ActingStaff = {
  role: 'staff',
  id: 's',
  department: '11330602MB00000099',
  roles: ['supervisor'],
  area: '330602',
  isConcerned: false,
};
const auditor: ActingStaff = { ...supervisor, id: 'a', roles: ['auditor'] };

const born = (): Ticket => {
  const opened = openTicket(rating, rules);
  if (opened === undefined) throw new Error('a bad rating opens a ticket');
  return opened.ticket;
};

const after = (commands: readonly (readonly [ActingStaff, Command])[]): Ticket => {
  let ticket = born();
  for (const [by, command] of commands) {
    const decision = decideTicket(ticket, command, { at: now, by, rules });
    if (!decision.ok) throw new Error(`${command.type}: ${decision.reason}`);
    ticket = decision.next;
  }
  return ticket;
};

const contact: Command = { type: 'recordContact', way: 'visit', outcome: 'reached' };
const find: Command = { type: 'find', kind: 'complex', cause: 'guide' };
const extension: Command = { type: 'requestExtension', days: 2, note: 'x' };
const askTransfer: Command = { type: 'askTransfer', note: 'x' };
const hardship: Command = {
  type: 'claimHardship',
  reviewOn: '2026-12-20' as never,
  evidence: ['e'],
  note: 'x',
};
const submit: Command = {
  type: 'submit',
  result: 'explained',
  measure: 'x',
  answer: 'x',
  evidence: [],
};
const grant: Command = { type: 'rule', claim: 'hardship', grant: true, note: 'x' };

const allowed = (by: ActingStaff, ...done: (readonly [ActingStaff, Command])[]) =>
  allowedTo(by, after(done), { at: now, rules });

const registered = [
  [handler, find],
  [handler, hardship],
  [supervisor, grant],
] as const;

describe('what somebody may do now', () => {
  it('follows the state, what was done before, and the person', () => {
    expect(allowed(auditor)).toEqual([]);
    expect(allowed(supervisor)).toEqual(['transfer', 'urge', 'unmask']);
    expect(allowed(supervisor, [handler, askTransfer])).toEqual([
      'transfer',
      'declineTransfer',
      'urge',
      'unmask',
    ]);
    expect(allowed(handler, [handler, askTransfer])).not.toContain('askTransfer');
    expect(allowed(supervisor, [handler, extension])).toEqual(['rule', 'urge', 'unmask']);
    const handedIn = [
      [handler, contact],
      [handler, find],
      [handler, submit],
    ] as const;
    expect(allowed(supervisor, ...handedIn)).toEqual(['approve', 'return']);
    expect(allowed({ ...supervisor, id: 'h' }, ...handedIn)).toEqual([]);
  });

  it('is the work of the department, as far as it has come', () => {
    const anyTime = ['requestExtension', 'askTransfer'];
    expect(allowed(handler)).toEqual(['recordContact', 'find', ...anyTime, 'unmask']);
    expect(allowed(handler, [handler, contact])).toContain('claimInvalid');
    const claims = ['claimInvalid', 'claimHardship', ...anyTime];
    expect(allowed(handler, [handler, find])).toEqual([
      'recordContact',
      'find',
      ...claims.slice(1),
      'unmask',
    ]);
    expect(allowed(handler, [handler, contact], [handler, find])).toEqual([
      'recordContact',
      'find',
      ...claims,
      'submit',
    ]);
    expect(allowed(handler, [handler, extension])).toEqual([
      'recordContact',
      'find',
      'askTransfer',
      'unmask',
    ]);
  });

  it('is to review a hardship, which is one entry for both outcomes', () => {
    const onRegister = ['transfer', 'urge', 'unmask', 'review'];
    expect(allowed(supervisor, ...registered)).toEqual(onRegister);
    expect(allowed(handler, ...registered)).toEqual([
      'recordContact',
      'askTransfer',
      'unmask',
      'review',
    ]);
    const reviewer: ActingStaff = { ...supervisor, id: 'r', roles: ['reviewer'] };
    expect(allowed(reviewer, ...registered)).toEqual(['unmask', 'review']);
  });

  it('is to rule on a request that can only be refused any more', () => {
    const { waiting: _lapses, ...policy } = rules.policy;
    const late = { at: at('2026-12-14T10:00:00+08:00'), rules: { ...rules, policy } };
    expect(allowedTo(supervisor, after([[handler, extension]]), late)).toContain('rule');
  });

  it('opens the name of somebody who did not agree to it only until they were contacted', () => {
    expect(mayBeNamed(born())).toBe(true);
    expect(mayBeNamed(after([[handler, contact]]))).toBe(false);
    expect(mayBeNamed({ ...after([[handler, contact]]), contactConsent: true })).toBe(true);
    expect(allowed(handler, [handler, contact])).not.toContain('unmask');
  });
});
