import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { irregularitiesOf, withClocks } from '../../../shared/domain/case/attention.ts';
import { caseEventTypes } from '../../../shared/domain/case/case.ts';
import type { Case, CaseEvent } from '../../../shared/domain/case/case.ts';
import { foldCaseEvent } from '../../../shared/domain/case/event.ts';
import { suspensionKinds } from '../../../shared/domain/case/procedure.ts';
import { promiseOf } from '../../../shared/domain/case/promise.ts';
import { sampleCase } from '../../contract/suite/sample.ts';
import { at, momentBetween, official } from '../time/shanghai.ts';

const { timeline: _t, contacts: _c, version: _v, source, projectNo, ...header } = sampleCase();

/** Any events of one case, as a source may report them, in any order and more than once. */
const anyEvents = fc.uniqueArray(
  fc.record({
    eventId: fc.uuid(),
    type: fc.constantFrom(...caseEventTypes),
    at: momentBetween('2026-11-02', '2026-11-30'),
    days: fc.integer({ min: 1, max: 20 }),
    kind: fc.constantFrom(...suspensionKinds),
    approvedBy: fc.option(fc.constant('王示例'), { nil: undefined }),
    promise: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  }),
  { selector: ({ eventId }) => eventId, minLength: 1, maxLength: 12 },
);

const toEvent = (one: typeof anyEvents extends fc.Arbitrary<(infer E)[]> ? E : never) => {
  const { eventId, type, at: moment, days, kind, approvedBy, promise } = one;
  const isExtension = type === 'extended';
  const hasProcedure = isExtension || type === 'suspended';
  return {
    eventId,
    type,
    at: moment,
    accessKey: 'AK1',
    projectNo,
    header: { ...header, promiseWorkingDays: promise },
    ...(hasProcedure && {
      procedure: { kind: isExtension ? 'extension' : kind, workingDays: days, approvedBy },
    }),
  } as CaseEvent;
};

const folded = (events: readonly CaseEvent[]): Case => {
  const known = events.reduce<Case | undefined>((before, event) => {
    const decision = foldCaseEvent(before, event, source);
    if (!decision.ok) throw new Error(decision.reason);
    return decision.next;
  }, undefined);
  if (known === undefined) throw new Error('no events');
  return withClocks(known, official);
};

describe('the events of any case', () => {
  it('give the same clock, light and irregularities in whatever order they come', () => {
    const arrivals = anyEvents
      .map((drafts) => drafts.map(toEvent))
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(arrivals, ([events, shuffled]) => {
        const now = at('2026-12-01 10:00');
        const [one, other] = [folded(events), folded(shuffled)];
        expect(other).toEqual(one);
        expect(irregularitiesOf(other, official, now)).toEqual(
          irregularitiesOf(one, official, now),
        );
      }),
    );
  });

  it('never lose one, and never make a case due earlier than it was promised', () => {
    fc.assert(
      fc.property(anyEvents, (drafts) => {
        const events = drafts.map(toEvent);
        const known = folded(events);
        expect(known.timeline).toHaveLength(events.length);
        const plain = known.timeline.filter(({ type }) => type === 'accepted');
        const before = promiseOf({ ...known, timeline: plain }, official)?.dueAt ?? '';
        const after = promiseOf(known, official)?.dueAt;
        expect(after === undefined || after >= before).toBe(true);
      }),
    );
  });
});
