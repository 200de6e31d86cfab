import { describe, expect, it } from 'vitest';

import { reachesArea, staffRoles } from '../../../shared/domain/access/staff-role.ts';
import type { Acting, ActingStaff } from '../../../shared/domain/ticket/command.ts';
import type { TicketRefusal } from '../../../shared/domain/ticket/refusal.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import {
  accept,
  decide,
  deptA,
  deptB,
  handler,
  noon,
  resident,
  said,
  staff,
  system,
  ticketIn,
} from './ticket-fixture.ts';
import type { Said } from './ticket-fixture.ts';

const asked = accept(ticketIn('rectifying'), 'extension', { at: noon }).next;
const transferAsked = accept(ticketIn('rectifying'), 'askTransfer', { at: noon }).next;

/** For each command, a ticket that allows it, unless that is a ticket in rectification. */
const ready: Partial<Record<Said, Ticket>> = {
  grantInvalid: ticketIn('dismissal_review'),
  refuseInvalid: ticketIn('dismissal_review'),
  grantHardship: ticketIn('hardship_review'),
  refuseHardship: ticketIn('hardship_review'),
  grantExtension: asked,
  refuseExtension: asked,
  declineTransfer: transferAsked,
  approve: ticketIn('closure_review'),
  sendBack: ticketIn('closure_review'),
  keep: ticketIn('hardship'),
  resume: ticketIn('hardship'),
  good: ticketIn('closed'),
  bad: ticketIn('closed'),
};

const answer = (what: Said, by: Acting): TicketRefusal | 'ok' => {
  const decision = decide(ready[what] ?? ticketIn('rectifying'), what, { at: noon, by });
  return decision.ok ? 'ok' : decision.reason;
};

const inA = { department: deptA };
const inB = { department: deptB };
const handlers = {
  own: staff('p', 'handler', inA),
  other: staff('p', 'handler', inB),
  homeless: staff('p', 'handler'),
};
const supervisors = {
  outside: staff('p', 'supervisor', inB),
  none: staff('p', 'supervisor'),
  city: staff('p', 'supervisor', { ...inB, area: '330600' }),
  own: staff('p', 'supervisor', inA),
  far: staff('p', 'supervisor', { ...inB, area: '330603' }),
  otherCity: staff('p', 'supervisor', { ...inB, area: '330100' }),
};
const reviewers = {
  outside: staff('p', 'reviewer', inB),
  own: staff('p', 'reviewer', inA),
  far: staff('p', 'reviewer', { ...inB, area: '330603' }),
};
const others = staffRoles
  .filter((role) => !['handler', 'supervisor', 'reviewer'].includes(role))
  .map((role) => staff('p', role, inA));

const handling = [
  'reached',
  'noAnswer',
  'find',
  'claimInvalid',
  'claimHardship',
  'extension',
  'askTransfer',
  'submit',
] as const satisfies readonly Said[];
const byStaff = (Object.keys(said) as Said[]).filter(
  (what) => !['good', 'bad', 'voided', 'province', 'escalate', 'recount'].includes(what),
);
const outsideRulings = [
  'grantHardship',
  'refuseHardship',
  'grantExtension',
  'refuseExtension',
  'keep',
] as const satisfies readonly Said[];

/** Of those who oversee the area, the supervisors do it, if neither they nor theirs had the ticket. */
const supervising = ['approve', 'sendBack', 'transfer', 'declineTransfer'] as const;

/** The person who requested and submitted, in another department and another role. */
const moved = (roles: ActingStaff['roles']): ActingStaff => ({
  ...handler,
  roles,
  department: deptB,
});

describe('who may', () => {
  it.each(handling)('%s: only a handler of the ticket’s department', (what) => {
    expect(answer(what, handlers.own)).toBe('ok');
    expect(answer(what, handlers.other)).toBe('other_department');
    expect(answer(what, handlers.homeless)).toBe('other_department');
    expect(answer(what, supervisors.outside)).toBe('role_missing');
    expect(answer(what, supervisors.own)).toBe('role_missing');
    expect(answer(what, reviewers.outside)).toBe('role_missing');
  });

  it.each(['grantInvalid', 'refuseInvalid'] as const)(
    '%s: only a reviewer from outside',
    (what) => {
      expect(answer(what, reviewers.outside)).toBe('ok');
      expect(answer(what, reviewers.own)).toBe('own_department');
      expect(answer(what, reviewers.far)).toBe('out_of_area');
      expect(answer(what, supervisors.outside)).toBe('role_missing');
      expect(answer(what, handlers.own)).toBe('role_missing');
    },
  );

  it.each(outsideRulings)('%s: a supervisor or reviewer from outside', (what) => {
    for (const person of [supervisors.outside, reviewers.outside]) {
      expect(answer(what, person)).toBe('ok');
    }
    expect(answer(what, supervisors.none)).toBe('department_missing');
    expect(answer(what, supervisors.own)).toBe('own_department');
    expect(answer(what, reviewers.own)).toBe('own_department');
    expect(answer(what, supervisors.far)).toBe('out_of_area');
    expect(answer(what, handlers.own)).toBe('role_missing');
  });

  it.each(supervising)('%s: only a supervisor from outside', (what) => {
    expect(answer(what, supervisors.outside)).toBe('ok');
    expect(answer(what, supervisors.city)).toBe('ok');
    expect(answer(what, supervisors.none)).toBe('department_missing');
    expect(answer(what, supervisors.own)).toBe('own_department');
    expect(answer(what, supervisors.far)).toBe('out_of_area');
    expect(answer(what, supervisors.otherCity)).toBe('out_of_area');
    expect(answer(what, reviewers.outside)).toBe('role_missing');
    expect(answer(what, handlers.own)).toBe('role_missing');
  });

  it('urge: a supervisor who reaches the area, of whatever department', () => {
    expect(answer('urge', supervisors.outside)).toBe('ok');
    expect(answer('urge', supervisors.own)).toBe('ok');
    expect(answer('urge', supervisors.far)).toBe('out_of_area');
    expect(answer('urge', handlers.own)).toBe('role_missing');
    expect(answer('urge', reviewers.outside)).toBe('role_missing');
  });

  it.each(['unmask', 'resume'] as const)(
    '%s: the department, a supervisor or a reviewer',
    (what) => {
      for (const person of [
        handlers.own,
        supervisors.own,
        supervisors.outside,
        reviewers.outside,
      ]) {
        expect(answer(what, person)).toBe('ok');
      }
      expect(answer(what, handlers.other)).toBe('other_department');
      expect(answer(what, reviewers.far)).toBe('out_of_area');
    },
  );

  it.each(byStaff)('%s: nobody of another role, no resident, not the system', (what) => {
    for (const person of [...others, resident, system, staff('p', 'clerk', { roles: [] })]) {
      expect(answer(what, person)).toBe('role_missing');
    }
  });

  it.each(['good', 'bad', 'voided', 'province', 'escalate', 'recount'] as const)(
    '%s: no staff at all',
    (what) => {
      const people: readonly ActingStaff[] = [
        ...Object.values(handlers),
        ...Object.values(supervisors),
        ...Object.values(reviewers),
        ...others,
      ];
      for (const person of people) expect(answer(what, person)).toBe('role_missing');
      const other = what === 'good' || what === 'bad' ? system : resident;
      expect(answer(what, other)).toBe('role_missing');
    },
  );

  it('tells a person of several roles what is really in the way', () => {
    const both = { ...supervisors.own, roles: ['handler', 'supervisor'] } as const;
    expect(answer('approve', both)).toBe('own_department');
    expect(answer('grantInvalid', both)).toBe('role_missing');
    const two = { ...reviewers.far, roles: ['reviewer', 'supervisor'] } as const;
    expect(answer('grantHardship', two)).toBe('out_of_area');
    const one = { ...handlers.other, roles: ['handler', 'supervisor'], area: '330602' } as const;
    expect(answer('transfer', one)).toBe('ok');
  });

  it('lets nobody rule on what they asked for, even from another department', () => {
    for (const what of ['grantInvalid', 'refuseInvalid'] as const) {
      expect(answer(what, moved(['reviewer']))).toBe('own_claim');
    }
    for (const what of outsideRulings) {
      expect(answer(what, moved(['supervisor']))).toBe('own_claim');
      expect(answer(what, moved(['reviewer']))).toBe('own_claim');
    }
    for (const what of ['approve', 'sendBack'] as const) {
      expect(answer(what, moved(['supervisor']))).toBe('own_submission');
    }
    for (const what of ['transfer', 'declineTransfer'] as const) {
      expect(answer(what, moved(['supervisor']))).toBe('own_work');
    }
    expect(answer('resume', moved(['supervisor']))).toBe('ok');
  });

  it('lets nobody oversee what is about their own doing, and work on it for the department', () => {
    const concerned = { isConcerned: true };
    for (const what of [...supervising, ...outsideRulings] as const) {
      expect(answer(what, { ...supervisors.outside, ...concerned })).toBe('own_work');
    }
    for (const what of ['urge', 'unmask', 'resume'] as const) {
      expect(answer(what, { ...supervisors.outside, ...concerned })).toBe('own_work');
      expect(answer(what, { ...supervisors.far, ...concerned })).toBe('out_of_area');
    }
    expect(answer('grantInvalid', { ...reviewers.outside, ...concerned })).toBe('own_work');
    expect(answer('reached', { ...handlers.own, ...concerned })).toBe('ok');
  });

  it('says nothing about what somebody did who has neither role nor reach', () => {
    for (const what of ['grantHardship', 'keep', 'approve'] as const) {
      expect(answer(what, { ...moved(['supervisor']), area: '330603' })).toBe('out_of_area');
      expect(answer(what, moved(['auditor']))).toBe('role_missing');
    }
  });

  it('says that it was their own request, rather than that of their department', () => {
    expect(answer('grantHardship', { ...handler, roles: ['supervisor'] })).toBe('own_claim');
    expect(answer('approve', { ...handler, roles: ['supervisor'] })).toBe('own_submission');
  });

  it('lets no department rule that ever had it, in whatever order it was transferred', () => {
    const [toB, toC] = [deptB, '11330602MB0000001C'].map((creditCode) => ({
      type: 'transfer' as const,
      to: { creditCode, area: '330602' },
      note: 'n',
    }));
    const lead = staff('lead', 'supervisor', { department: '11330602MB00000099' });
    let ticket = ticketIn('rectifying');
    for (const command of [toB!, toC!])
      ticket = accept(ticket, command, { at: noon, by: lead }).next;
    expect(ticket.departments).toEqual([deptA, deptB, '11330602MB0000001C']);
    const worker = staff('w', 'handler', { department: '11330602MB0000001C' });
    const submitted = accept(ticket, 'submit', { at: noon, by: worker }).next;
    const rule = (person: ActingStaff) => {
      const decision = decide(submitted, 'approve', { at: noon, by: person });
      return decision.ok ? 'ok' : decision.reason;
    };
    for (const department of submitted.departments) {
      expect(rule(staff('q', 'supervisor', { department }))).toBe('own_department');
    }
    expect(rule(lead)).toBe('ok');
    // Somebody who worked on it for the first department, and belongs to another one now.
    const elsewhere = { department: '11330602MB00000099' };
    expect(rule(staff(handler.id, 'supervisor', elsewhere))).toBe('own_work');
  });

  it('counts the department that has the ticket now', () => {
    const to = { creditCode: deptB, area: '330603' };
    const far = { type: 'transfer', to, note: 'n' } as const;
    const passedOn = accept(ticketIn('rectifying'), far, { at: noon, by: supervisors.city }).next;
    const by = (person: ActingStaff, what: Said) =>
      decide(passedOn, what, { at: noon, by: person });
    expect(by(handlers.own, 'reached')).toEqual({ ok: false, reason: 'other_department' });
    expect(by(handlers.other, 'reached')).toMatchObject({ ok: true, next: { assignee: 'p' } });
    expect(by(supervisors.outside, 'urge')).toEqual({ ok: false, reason: 'out_of_area' });
    expect(by(supervisors.far, 'urge')).toMatchObject({ ok: true });
  });
});

describe('an area', () => {
  it.each([
    ['330602', '330602', true],
    ['330602', '330602003', true],
    ['330602', '330603', false],
    ['330600', '330602', true],
    ['330600', '330681', true],
    ['330600', '330102', false],
    ['330602003', '330602', false],
    ['330602003', '330602003', true],
  ])('%s reaches %s: %s', (own, area, reached) => {
    expect(reachesArea(own, area)).toBe(reached);
  });
});
