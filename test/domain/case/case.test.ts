import { describe, expect, it } from 'vitest';

import { applicantKinds } from '../../../shared/domain/case/applicant.ts';
import {
  acceptedAt,
  caseEventTypes,
  caseKinds,
  caseOutcomes,
  caseState,
  caseStates,
  contactOf,
  finishedAt,
  services,
} from '../../../shared/domain/case/case.ts';
import {
  channelNames,
  serviceNames,
  ticketStateNames,
} from '../../../shared/domain/case/names.table.ts';
import { promiseLights } from '../../../shared/domain/case/term-clock.ts';
import { channels } from '../../../shared/domain/rating/channel.ts';
import { ticketStates } from '../../../shared/domain/ticket/terms.ts';
import { sampleCase } from '../../contract/suite/sample.ts';
import { at } from '../time/shanghai.ts';

const [nine, ten, eleven] = [
  at('2026-11-20 09:00'),
  at('2026-11-20 10:00'),
  at('2026-11-20 11:00'),
];
const accepted = { eventId: 'a', type: 'accepted', at: nine, accessKey: 'AK1' } as const;
const step = { eventId: 'b', type: 'step', at: ten, accessKey: 'AK1' } as const;
const finished = { eventId: 'c', type: 'finished', at: eleven, accessKey: 'AK1' } as const;

describe('a case', () => {
  it.each([
    ['that is handled', [accepted, step], 'handling', nine, undefined],
    ['that is finished', [accepted, step, finished], 'finished', nine, eleven],
    ['whose acceptance is still to come', [step, finished], 'finished', undefined, eleven],
    ['of which nothing is known', [], 'handling', undefined, undefined],
  ] as const)('%s', (_what, timeline, state, from, to) => {
    expect(caseState({ timeline })).toBe(state);
    expect([acceptedAt({ timeline }), finishedAt({ timeline })]).toEqual([from, to]);
  });

  it('has its contacts by their numbers', () => {
    const known = sampleCase({
      contacts: [
        { serviceNumber: 1, service: 'apply', at: nine },
        { serviceNumber: 3, service: 'pay', at: ten },
      ],
    });
    expect(contactOf(known, 3)?.service).toBe('pay');
    expect(contactOf(known, 2)).toBeUndefined();
  });
});

describe('the names', () => {
  it('of kinds, events and states', () => {
    expect(caseKinds).toEqual(['immediate', 'promised']);
    expect(caseEventTypes).toEqual([
      'accepted',
      'step',
      'extended',
      'suspended',
      'resumed',
      'finished',
    ]);
    expect(caseStates).toEqual(['handling', 'finished']);
  });

  it('of services, outcomes, applicants and lights', () => {
    expect(services.join(' ')).toBe('consult apply supplement accept pay decide collect');
    expect(caseOutcomes.join(' ')).toBe('granted refused withdrawn returned');
    expect(applicantKinds.join(' ')).toBe(
      'person enterprise institution social_organisation government other',
    );
    expect(promiseLights.join(' ')).toBe('green yellow red suspended pending_calendar');
  });

  it('are there in words for each service, channel and state', () => {
    expect(Object.keys(serviceNames)).toEqual([...services]);
    expect(Object.keys(channelNames)).toEqual([...channels]);
    expect(Object.keys(ticketStateNames)).toEqual([...ticketStates]);
  });
});
