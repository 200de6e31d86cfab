import { describe, expect, it } from 'vitest';

import { omitUndefined } from '../../../shared/domain/text/canonical-json.ts';
import type { TicketEvent } from '../../../shared/domain/ticket/event/event.ts';
import { brokenLink, linkStep } from '../../../shared/domain/ticket/step/step.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import { sha256 } from '../../../shared/rules.ts';
import { at } from '../time/shanghai.ts';
import { accept, after, deptA, deptB, noon, said, staff, ticketIn } from './ticket-fixture.ts';
import type { Said } from './ticket-fixture.ts';

const stepOf = (state: Parameters<typeof ticketIn>[0], what: Said) => {
  const { events: steps, notices } = accept(ticketIn(state), what, { at: noon });
  const step = steps.at(-1);
  return {
    step,
    told: notices.map(({ type, to }) => `${type}>${to}`).join(' '),
    count: steps.length,
  };
};

/** The facts but the clocks, and the states before and after. */
const factsOf = ({ facts, from, to }: TicketEvent): object =>
  omitUndefined({ ...facts, clocks: undefined, ...(from !== to && { from, to }) });

/** State before, command, step, its facts, its encrypted note, recipients of notices. */
const table = [
  ['open', 'reached', 'contacted', { way: 'phone', outcome: 'reached', attempt: 1 }, '1', ''],
  ['open', 'noAnswer', 'contacted', { way: 'phone', outcome: 'no_answer', attempt: 1 }, null, ''],
  [
    'open',
    'find',
    'found',
    { kind: 'reasonable_now', cause: 'guide', from: 'open', to: 'rectifying' },
    '2',
    '',
  ],
  ['rectifying', 'find', 'found', { kind: 'reasonable_now', cause: 'guide' }, '2', ''],
  [
    'open',
    'claimInvalid',
    'claimed',
    {
      claim: 'invalid',
      grounds: 'mistaken',
      evidence: ['e1'],
      from: 'open',
      to: 'dismissal_review',
    },
    '3',
    'claim_asked>reviewer',
  ],
  [
    'rectifying',
    'claimHardship',
    'claimed',
    {
      claim: 'hardship',
      grounds: 'not_fixable',
      reviewOn: '2027-02-01',
      evidence: ['e1', 'e2'],
      from: 'rectifying',
      to: 'hardship_review',
    },
    '4',
    'claim_asked>reviewer claim_asked>supervisor',
  ],
  [
    'rectifying',
    'extension',
    'claimed',
    { claim: 'extension', grounds: 'needs_time', days: 5, evidence: [] },
    '5',
    'claim_asked>reviewer claim_asked>supervisor',
  ],
  [
    'open',
    'askTransfer',
    'transfer_asked',
    { to: { creditCode: deptB, area: '330602' } },
    '15',
    'transfer_asked>supervisor',
  ],
  [
    'open',
    'transfer',
    'transferred',
    { fromDepartment: deptA, toDepartment: deptB, fromArea: '330602', toArea: '330602' },
    '6',
    'transferred>department transferred>department',
  ],
  [
    'rectifying',
    'submit',
    'submitted',
    { result: 'rectified', evidence: ['e3'], from: 'rectifying', to: 'closure_review' },
    '7',
    'closure_asked>supervisor',
  ],
  [
    'dismissal_review',
    'grantInvalid',
    'ruled',
    { claim: 'invalid', granted: true, from: 'dismissal_review', to: 'dismissed' },
    '8',
    'claim_ruled>department claim_ruled>resident',
  ],
  [
    'hardship_review',
    'refuseHardship',
    'ruled',
    {
      claim: 'hardship',
      granted: false,
      reviewOn: '2027-02-01',
      from: 'hardship_review',
      to: 'rectifying',
    },
    '8',
    'claim_ruled>department',
  ],
  [
    'dismissal_review',
    'refuseInvalid',
    'ruled',
    { claim: 'invalid', granted: false, from: 'dismissal_review', to: 'rectifying' },
    '8',
    'claim_ruled>department',
  ],
  [
    'hardship_review',
    'grantHardship',
    'ruled',
    {
      claim: 'hardship',
      granted: true,
      reviewOn: '2027-02-01',
      from: 'hardship_review',
      to: 'hardship',
    },
    '8',
    'claim_ruled>department claim_ruled>resident',
  ],
  [
    'closure_review',
    'approve',
    'approved',
    { appendUntil: at('2026-12-06 00:00'), from: 'closure_review', to: 'closed' },
    '9',
    'closed>department closed>resident',
  ],
  [
    'closure_review',
    'sendBack',
    'returned',
    { returns: 1, from: 'closure_review', to: 'rectifying' },
    '10',
    'returned>department',
  ],
  ['open', 'urge', 'urged', { urges: 1 }, null, 'urged>department'],
  ['closure_review', 'unmask', 'unmasked', {}, '11', ''],
  [
    'hardship',
    'keep',
    'reviewed',
    { kept: true, reviewOn: '2027-02-12' },
    '12',
    'claim_ruled>department',
  ],
  [
    'hardship',
    'resume',
    'reviewed',
    { kept: false, from: 'hardship', to: 'rectifying' },
    '12',
    'claim_ruled>department',
  ],
  [
    'closed',
    'province',
    'province_step',
    { code: 'GD-7', status: '20', doneAt: at('2026-11-20 08:30'), mark: 'm1' },
    '14',
    '',
  ],
  ['closed', 'good', 'appended', { level: 'satisfied', tags: [], rating: 'r2' }, null, ''],
] as const;

describe('a step', () => {
  it.each(table)('in %s of %s is "%s"', (state, what, type, facts, note, told) => {
    const made = stepOf(state, what);
    expect(made.step?.type).toBe(type);
    expect(factsOf(made.step!)).toEqual(facts);
    expect(made.step?.sealedNote ?? null).toBe(note && `sealed:${note}`);
    expect(made.step?.at).toBe(noon);
    expect(made.told).toBe(told);
    expect(made.count).toBe(1);
  });

  it('names staff by their id and department, and keeps the answer of a submission', () => {
    const { step } = stepOf('rectifying', 'submit');
    expect(step?.by).toEqual({ role: 'staff', id: 'handler-a', department: deptA });
    expect(step?.sealedAnswer).toBe('sealed:answer');
    expect(stepOf('closed', 'good').step?.by).toEqual({ role: 'resident' });
  });

  it('holds sealed words and the answer in its hash', () => {
    const { step } = stepOf('rectifying', 'submit');
    if (!step) throw new Error('no step');
    const linked: Step = linkStep(undefined, step, sha256);
    expect(brokenLink([linked], sha256)).toBeUndefined();
    expect(brokenLink([{ ...linked, sealedNote: 'sealed:other' }], sha256)).toBe(1);
    const other = { ...linked, sealedAnswer: 'sealed:other' } as Step;
    expect(brokenLink([other], sha256)).toBe(1);
    const { sealedNote, sealedAnswer } = linked;
    expect(sealedNote).toBeDefined();
    const bare: Step = { ...linked, sealedNote: undefined };
    expect(brokenLink([bare], sha256)).toBe(1);
    const swapped = { ...linked, sealedNote: sealedAnswer, sealedAnswer: sealedNote } as Step;
    expect(brokenLink([swapped], sha256)).toBe(1);
  });

  it('keeps sealed words out of the facts', () => {
    for (const [state, what] of table) {
      expect(JSON.stringify(stepOf(state, what).step?.facts)).not.toContain('sealed');
    }
  });
});

describe('the ticket itself', () => {
  it('goes to the first handler who works on it, until it is transferred', () => {
    expect(accept(ticketIn('open'), 'unmask', { at: noon }).next.assignee).toBeUndefined();
    const taken = ticketIn('rectifying');
    expect(taken.assignee).toBe('handler-a');
    const by = staff('h2', 'handler', { department: deptA });
    expect(accept(taken, 'find', { at: noon, by }).next.assignee).toBe('handler-a');
    expect(accept(taken, 'transfer', { at: noon }).next.assignee).toBeUndefined();
  });

  it('remembers the latest ruling, the claims made and the urges', () => {
    const ticket = after([
      ['2026-11-20 09:00', 'urge'],
      ['2026-11-20 09:01', 'urge'],
      ['2026-11-20 09:10', 'claimInvalid'],
      ['2026-11-20 09:20', 'refuseInvalid'],
    ]);
    expect(ticket).toMatchObject({ urges: 2, claimed: ['invalid'] });
    expect(ticket.ruling).toEqual({
      kind: 'invalid',
      granted: false,
      by: 'reviewer',
      at: at('2026-11-20 09:20'),
    });
    expect(ticketIn('closed').ruling).toMatchObject({ kind: 'closure', granted: true });
    const waiting = ticketIn('hardship_review').claim;
    expect(waiting).toMatchObject({ kind: 'hardship', by: 'handler-a', evidence: ['e1', 'e2'] });
    expect(waiting).toMatchObject({ reviewOn: said.claimHardship.reviewOn });
  });
});
