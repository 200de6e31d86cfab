import { describe, expect, it } from 'vitest';

import type { Body } from '../../../../shared/domain/exchange/record/field.ts';
import { stepWords } from '../../../../shared/domain/exchange/record/step-codes.table.ts';
import { stepEffects } from '../../../../shared/domain/exchange/record/step-effects.table.ts';
import type { StepMoment } from '../../../../shared/domain/exchange/record/step-effects.table.ts';
import { zhejiang } from '../../../../shared/domain/exchange/record/zhejiang.table.ts';
import { rungs } from '../../../../shared/domain/policy/policy.ts';
import type { FactsOf, TicketEventType } from '../../../../shared/domain/ticket/event/facts.ts';
import { clockText } from '../../../../shared/domain/time/instant.ts';
import { exampleEvent } from '../../ticket/event-example.ts';
import { reviewer, system } from '../../ticket/ticket-fixture.ts';
import { at } from '../../time/shanghai.ts';

interface Given<T extends TicketEventType> {
  readonly facts?: Partial<FactsOf<T>>;
  readonly round?: 1 | 2;
  readonly more?: Partial<StepMoment<T>>;
}

/** What an example of the step changes in the report; times are shown without their day. */
const effectOf = <T extends TicketEventType>(type: T, given: Given<T> = {}): Body => {
  const example = exampleEvent(type);
  const step = {
    ...example,
    at: at('2026-11-20 09:00'),
    by: reviewer,
    round: given.round ?? 1,
    note: 'note',
    facts: { ...example.facts, ...given.facts },
  };
  const moment = { step, time: clockText, centerCodes: zhejiang, answer: 'answer', ...given.more };
  return stepEffects[type](moment);
};

describe('the contact', () => {
  it.each([
    ['phone', 'reached', 1, '1', '1'],
    ['sms', 'refused', 1, '2', '3'],
    ['visit', 'no_answer', 1, '3', undefined],
    ['visit', 'no_answer', 2, '3', undefined],
    ['online', 'no_answer', 3, '4', '2'],
    ['online', 'no_answer', 4, '4', '2'],
    ['phone', 'reached', 3, '1', '1'],
  ] as const)('by %s that was %s at attempt %i', (way, outcome, attempt, visitWay, visitResult) => {
    expect(effectOf('contacted', { facts: { way, outcome, attempt } })).toEqual({
      visitTime: '09:00',
      visitWay,
      visitResult,
    });
  });
});

describe('the finding', () => {
  it.each([
    ['reasonable_now', '1'],
    ['complex', '2'],
    ['no_legal_basis', '3'],
  ] as const)('%s is verifyResult %s', (kind, verifyResult) => {
    expect(effectOf('found', { facts: { kind } })).toEqual({ caseStatus: '20', verifyResult });
  });
});

describe('a claim', () => {
  it.each([
    ['mistaken', '4'],
    ['malicious', '5'],
  ] as const)('that the rating is %s', (grounds, verifyResult) => {
    expect(effectOf('claimed', { facts: { claim: 'invalid', grounds } })).toEqual({
      caseStatus: '10',
      verifyResult,
      appealReason: 'note',
      appealTime: '09:00',
    });
  });

  it('of hardship, and one of an extension', () => {
    expect(effectOf('claimed', { facts: { claim: 'hardship' } })).toEqual({ caseStatus: '220' });
    expect(effectOf('claimed', { facts: { claim: 'extension' } })).toEqual({
      delayFlag: '0',
      delayReason: 'note',
    });
  });
});

describe('a ruling', () => {
  const until = at('2026-12-18 17:30');

  it.each([
    [
      'invalid',
      true,
      { caseStatus: '91', appealResult: '1', appealAuditor: 'reviewer', rectifyResult: '4' },
    ],
    ['invalid', false, { caseStatus: '12', appealResult: '0', appealAuditor: 'reviewer' }],
    ['hardship', true, { caseStatus: '221', rectifyResult: '3' }],
    ['hardship', false, { caseStatus: '222' }],
    ['extension', true, { delayFlag: '1', delayDate: '2026-12-18' }],
    ['extension', false, { delayFlag: '0' }],
  ] as const)('on %s, granted: %s', (claim, granted, body) => {
    const given = { facts: { claim, granted }, more: { extendedTo: until } };
    expect(effectOf('ruled', given)).toEqual(body);
  });

  it('that extends to a day nobody can date yet says so without the day', () => {
    const body = effectOf('ruled', { facts: { claim: 'extension', granted: true } });
    expect(body).toEqual({ delayFlag: '1', delayDate: undefined });
  });

  it('is signed by the role where no person acted', () => {
    const step = {
      ...exampleEvent('ruled'),
      by: system,
      facts: { claim: 'invalid', granted: false },
    };
    const more = { step } as unknown as Partial<StepMoment<'ruled'>>;
    expect(effectOf('ruled', { more })).toMatchObject({ appealAuditor: 'system' });
  });
});

describe('every other step', () => {
  it.each([
    ['opened', {}, { caseType: '1', assessNumber: '1', caseStatus: '0', assignTime: '09:00' }],
    ['reviewed', { kept: true }, {}],
    ['reviewed', { kept: false }, { caseStatus: '20', rectifyResult: undefined }],
    ['transferred', {}, { deptCode: '11330603MB7654321B', areaCode: '330603' }],
    [
      'submitted',
      { result: 'rectified' },
      { caseStatus: '30', rectifyMeasure: 'note', rectifyResult: '1' },
    ],
    [
      'submitted',
      { result: 'explained' },
      { caseStatus: '30', rectifyMeasure: 'note', rectifyResult: '2' },
    ],
    [
      'approved',
      {},
      {
        caseStatus: '90',
        closedLoopAudit: '1',
        finishTime: '09:00',
        feedbackTime: '09:00',
        feedbackWay: '1',
        feedbackText: 'answer',
      },
    ],
    ['returned', {}, { caseStatus: '31', closedLoopAudit: '0', warnLevel: '0' }],
    ['review_raised', {}, {}],
    ['claim_lapsed', { claim: 'extension' }, { delayFlag: '0' }],
    // A rung that a later one made due, in an event of old.
    ['escalated', { rung: 'red', pulledBy: 'raise_city' }, {}],
    ['appended', {}, { appendLevel: '4', appendTime: '09:00' }],
    ['urged', { urges: 3 }, { urgeCount: '3' }],
    ['overdue', {}, { warnLevel: '2' }],
    ['contact_overdue', {}, {}],
    ['review_overdue', {}, {}],
    ['hardship_review_due', {}, {}],
    ['recounted', {}, {}],
    ['transfer_asked', {}, {}],
    ['transfer_declined', {}, {}],
    ['unmasked', {}, {}],
    ['province_step', {}, {}],
  ] as const)('%s %o changes %o', (type, facts, body) => {
    expect(effectOf(type, { facts })).toEqual(body);
  });

  it('of the ladder warns or raises', () => {
    const bodies = rungs.map((rung) => [
      rung,
      effectOf('escalated', { facts: { rung, pulledBy: undefined } }),
    ]);
    expect(Object.fromEntries(bodies)).toEqual({
      notify: {},
      remind: {},
      yellow: { warnLevel: '1' },
      red: { warnLevel: '2' },
      supervise: { escalateLevel: '1' },
      raise_city: { escalateLevel: '2' },
      accountability: { escalateLevel: '3' },
    });
  });

  it('that begins the second round empties what the first one filled', () => {
    const body = effectOf('appended', { round: 2 });
    const emptied = Object.keys(body).filter((name) => body[name] === undefined);
    expect(emptied.join(' ')).toBe(
      [
        'visitTime visitWay visitResult verifyResult rectifyMeasure rectifyResult',
        'delayFlag delayDate delayReason finishTime overdueDays',
        'feedbackTime feedbackWay feedbackText closedLoopAudit warnLevel escalateLevel',
      ].join(' '),
    );
    expect(body).toMatchObject({
      caseType: '2',
      assessNumber: '2',
      caseStatus: '0',
      assignTime: '09:00',
      appendLevel: '4',
      appendTime: '09:00',
    });
  });

  it('has words for the list', () => {
    expect(Object.keys(stepWords)).toEqual(expect.arrayContaining(Object.keys(stepEffects)));
    expect(Object.values(stepWords).filter((words) => words === '')).toEqual([]);
  });
});
