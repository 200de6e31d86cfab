import { describe, expect, it } from 'vitest';

import {
  isReported,
  outboxStates,
  receiptOutcomes,
  receiptSources,
  recordId,
  recordKinds,
  recordStates,
  reportRequests,
} from '../../../shared/domain/exchange/case-report.ts';
import { isReportedStep } from '../../../shared/domain/exchange/reported-step.ts';
import { proofs } from '../../../shared/domain/rating/rating.ts';
import { ticketEventFacts } from '../../../shared/domain/ticket/event/facts.ts';
import type { TicketEventType } from '../../../shared/domain/ticket/event/facts.ts';

describe('a record of a case', () => {
  it.each([
    [{ kind: 'finish' }, 'finish'],
    [{ kind: 'service', serviceNumber: 1 }, 'service-01'],
    [{ kind: 'service', serviceNumber: 12 }, 'service-12'],
    [{ kind: 'rating', serviceNumber: 2, assessNumber: 1 }, 'rating-02-1'],
    [{ kind: 'step', serviceNumber: 2, stepNumber: 3 }, 'step-02-00003'],
  ] as const)('%o is called %s', (ref, id) => {
    expect(recordId(ref)).toBe(id);
  });

  it.each(proofs)('about a rating with the proof %s is reported unless nobody made it', (proof) => {
    expect(isReported({ proof, origin: 'active' })).toBe(proof !== 'center');
    expect(isReported({ proof, origin: 'default' })).toBe(false);
  });

  it('is reported of every step but what the center does itself and what is audited here', () => {
    const types = Object.keys(ticketEventFacts) as TicketEventType[];
    expect(types.filter((type) => !isReportedStep({ type })).toSorted()).toEqual([
      'province_step',
      'transfer_asked',
      'transfer_declined',
      'unmasked',
    ]);
  });
});

describe('the names of the exchange', () => {
  it.each([
    [recordKinds, 'service rating step finish'],
    [recordStates, 'unknown accepted rejected withdrawn'],
    [receiptSources, 'center own_check'],
    [receiptOutcomes, 'accepted duplicate rejected unclear'],
    [reportRequests, 'resend withdraw'],
    [outboxStates, 'stuck pending'],
  ])('%j are what is stored, shown and asked for', (names, expected) => {
    expect(names.join(' ')).toBe(expected);
  });
});
