import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { plannedKinds } from '../../../shared/domain/message/kind.ts';
import {
  kindsOfStep,
  subjectOfCase,
  subjectOfContest,
  subjectOfRating,
  subjectsOfStep,
} from '../../../shared/domain/message/occasion.ts';
import { messageIdOf, subjectOf } from '../../../shared/domain/message/subject.ts';
import type { Subject } from '../../../shared/domain/message/subject.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import { sampleCase, sampleRating } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';
import { contest } from '../rating/contest/contest-fixture.ts';
import { exampleSteps } from '../ticket/event-example.ts';

const digits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 21, maxLength: 21 })
  .map((all) => all.join(''));

const subject: fc.Arbitrary<Subject> = fc
  .record({
    type: fc.constantFrom(...plannedKinds),
    projectNo: digits,
    serviceNumber: fc.integer({ min: 1, max: 99 }),
    generation: fc.option(fc.integer({ min: 2, max: 9 }), { nil: undefined }),
    mark: fc.option(fc.integer({ min: 0, max: 99_999_999 }), { nil: undefined }),
  })
  .map(({ generation, mark, ...contact }) => ({
    ...contact,
    ...(generation !== undefined && { generation }),
    ...(mark !== undefined && { mark }),
  }));

describe('the id of a message', () => {
  it('says what it is about, and nothing else has it', () => {
    fc.assert(
      fc.property(subject, subject, (one, other) => {
        expect(subjectOf(messageIdOf(one))).toEqual(one);
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(messageIdOf(one) === messageIdOf(other)).toBe(isSame);
      }),
    );
  });

  it.each([
    '',
    'receipt',
    'greeting.330602261120000000017-1',
    'receipt.33060226112000000001-1',
    'receipt.330602261120000000017-1.',
    'receipt.330602261120000000017-1.x',
    'receipt.330602261120000000017-100',
    '9receipt.330602261120000000017-1',
    'receipt.330602261120000000017-1.123456789',
    'receipt.330602261120000000017-1.1x',
    'receipt.330602261120000000017-1g1.1',
    'receipt.330602261120000000017-1g.1',
  ])('is none: %j', (id) => {
    expect(subjectOf(id)).toBeUndefined();
  });
});

const stepOf = (type: Step['type']) => {
  const found = exampleSteps.find((step) => step.type === type);
  if (found === undefined) throw new Error(`no example of ${type}`);
  return found;
};

describe('what a resident is told of', () => {
  it.each([
    ['opened', {}, ['receipt']],
    [
      'approved',
      { appendUntil: at('2026-12-06T00:00:00+08:00') },
      ['answered', 'follow_up_ending'],
    ],
    ['approved', { appendUntil: undefined }, ['answered']],
    ['ruled', { claim: 'invalid', granted: true }, ['dismissed']],
    ['ruled', { claim: 'hardship', granted: true }, ['hardship']],
    ['ruled', { claim: 'extension', granted: true }, ['extended']],
    ['ruled', { claim: 'extension', granted: false }, []],
    ['submitted', {}, []],
    ['returned', {}, []],
  ] as const)('%s, %j: %j', (type, facts, kinds) => {
    const step = stepOf(type);
    const next = { ...step, facts: { ...step.facts, ...facts } } as Step;
    expect(kindsOfStep(next)).toEqual(kinds);
    const { ticketId, number: mark } = next;
    const ids = subjectsOfStep(next).map((subject) => messageIdOf(subject));
    expect(ids).toEqual(kinds.map((kind) => `${kind}.${ticketId}.${mark}`));
  });

  it('is told of the ticket of a second rating under its own id', () => {
    const step = stepOf('opened');
    const second = { ...step, ticketId: '330602261120000000017-1g2' } as Step;
    expect(subjectsOfStep(second)).toEqual([
      {
        type: 'receipt',
        projectNo: '330602261120000000017',
        serviceNumber: 1,
        generation: 2,
        mark: second.number,
      },
    ]);
  });

  it('is that a case was finished, once, for its last contact', () => {
    const before = sampleCase();
    const moment = at('2026-11-20T10:00:00+08:00');
    const entry = { eventId: 'e9', type: 'finished', at: moment, accessKey: 'k' } as const;
    const after = { ...before, timeline: [...before.timeline, entry] };
    const { projectNo, contacts } = before;
    const { serviceNumber } = contacts.at(-1)!;
    const asked = { type: 'invitation', projectNo, serviceNumber };
    expect(subjectOfCase(before, after)).toEqual(asked);
    expect(subjectOfCase(undefined, after)).toEqual(asked);
    expect(subjectOfCase(after, after)).toBeUndefined();
    expect(subjectOfCase(undefined, before)).toBeUndefined();
    expect(subjectOfCase(before, { ...after, contacts: [] })).toBeUndefined();
  });

  it('is that staff entered a rating, and no other rating', () => {
    const key = { projectNo: '330602261120000000017', serviceNumber: 2 };
    expect(subjectOfRating(sampleRating({ ...key, proof: 'staff_entered' }))).toEqual({
      type: 'entered',
      ...key,
    });
    expect(subjectOfRating(sampleRating({ ...key, proof: 'token' }))).toBeUndefined();
  });

  it('is that a contest was received, and how it was ruled on, once, with the rating that counts', () => {
    const open = { ...contest, state: 'open' } as const;
    const about = { projectNo: contest.projectNo, serviceNumber: 1, mark: 1 };
    const upheld = { ...contest, state: 'upheld' } as const;
    const rejected = { ...contest, state: 'rejected' } as const;
    expect(subjectOfContest(open, upheld)).toEqual({
      type: 'contest_upheld',
      ...about,
      generation: 2,
    });
    expect(subjectOfContest(open, rejected)).toEqual({ type: 'contest_rejected', ...about });
    expect(subjectOfContest(undefined, open)).toEqual({ type: 'contest_received', ...about });
    expect(subjectOfContest(open, open)).toBeUndefined();
    expect(subjectOfContest(upheld, upheld)).toBeUndefined();
  });
});
