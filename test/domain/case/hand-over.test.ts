import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { caseEventTypes } from '../../../shared/domain/case/case.ts';
import type { Case, CaseEvent, CaseHeader, HandOver } from '../../../shared/domain/case/case.ts';
import { foldCaseEvent } from '../../../shared/domain/case/event.ts';
import { handOver } from '../../../shared/domain/case/hand-over.ts';
import { at } from '../time/shanghai.ts';

const [nine, ten] = [at('2026-11-20 09:00'), at('2026-11-20 10:00')];

const invented: CaseHeader = {
  matter: { code: 'M0', name: '虚构事项' },
  department: { creditCode: 'D0', name: '虚构局' },
  area: '330604',
  caseKind: 'promised',
  promiseWorkingDays: 5,
  applicant: {
    kind: 'person',
    maskedName: '虚**',
    sealed: '1.x',
    marks: { name: 'n0', mobile: 'm0', mobileAt: nine },
  },
};
const { promiseWorkingDays: _days, ...unpromised } = invented;
const right: CaseHeader = {
  matter: { code: 'M1', name: '食品经营许可' },
  department: { creditCode: 'D1', name: '越城区测试局' },
  area: '330602',
  caseKind: 'immediate',
  applicant: { kind: 'person', maskedName: '测**', sealed: '1.y', marks: { name: 'n1' } },
};

const eventOf = (more: Partial<CaseEvent> = {}): CaseEvent => ({
  eventId: 'e1',
  type: 'accepted',
  projectNo: '330602261120000000017',
  at: nine,
  accessKey: 'AK1',
  header: invented,
  contact: { serviceNumber: 1, service: 'accept', at: nine, hall: '330604-H1', window: 'A1' },
  ...more,
});

const fold = (known: Case | undefined, event: CaseEvent, source: string): Case => {
  const decision = foldCaseEvent(known, event, source);
  if (!decision.ok) throw new Error(decision.reason);
  return decision.next;
};

const outcomeOf = (known: Case, event: CaseEvent, source: string): string => {
  const decision = foldCaseEvent(known, event, source);
  return decision.ok ? decision.outcome : decision.reason;
};

const over: HandOver = {
  from: 'S1',
  to: 'S2',
  reason: '误报',
  by: 'u1',
  confirmedBy: 'u2',
  at: ten,
};

const before = fold(undefined, eventOf(), 'S1');
const handed = handOver(before, over);
const contact = { serviceNumber: 1, service: 'apply', at: ten } as const;
const own = eventOf({ accessKey: 'AK2', at: ten, header: right, contact });

describe('a case that is handed to another system', () => {
  it('keeps what was reported, and who gave it to whom', () => {
    expect(handed).toEqual({
      ...before,
      source: 'S2',
      handOvers: [over],
      inherited: { header: true, events: ['e1'], contacts: [1] },
      version: 2,
    });
    const back = handOver(handed, { ...over, from: 'S2', to: 'S1' });
    expect(back.handOvers?.map(({ to }) => to)).toEqual(['S2', 'S1']);
  });

  it('takes the events of that system, and no longer those of the former one', () => {
    expect(outcomeOf(before, own, 'S2')).toBe('case_of_other_source');
    expect(outcomeOf(handed, own, 'S2')).toBe('stored');
    expect(outcomeOf(handed, eventOf(), 'S1')).toBe('case_of_other_source');
  });

  it('takes header, event and contact of the right system for those that were invented', () => {
    const known = fold(handed, own, 'S2');
    expect(known).toMatchObject({ ...right, source: 'S2', contacts: [contact], version: 3 });
    expect(known.promiseWorkingDays).toBeUndefined();
    expect(known.timeline).toEqual([
      { eventId: 'e1', type: 'accepted', at: ten, accessKey: 'AK2' },
    ]);
    expect(known.inherited).toEqual({ header: false, events: [], contacts: [] });
  });

  it('is corrected once: what the right system itself said stays', () => {
    const known = fold(handed, own, 'S2');
    expect(outcomeOf(known, own, 'S2')).toBe('repeat');
    expect(outcomeOf(known, { ...own, at: nine }, 'S2')).toBe('event_differs');
    const later = { ...own, eventId: 'e2' };
    expect(outcomeOf(known, { ...later, header: invented }, 'S2')).toBe('header_differs');
    const other = { ...contact, service: 'pay' as const };
    expect(outcomeOf(known, { ...later, contact: other }, 'S2')).toBe('contact_differs');
  });

  it('is corrected in parts, in whatever order they come', () => {
    const bare = { eventId: 'e2', header: undefined, contact: undefined, accessKey: 'AK2' };
    const first = fold(handed, eventOf(bare), 'S2');
    expect(first).toMatchObject({ matter: invented.matter, contacts: [{ hall: '330604-H1' }] });
    expect(first.timeline.map(({ eventId, accessKey }) => `${eventId} ${accessKey}`)).toEqual([
      'e1 AK1',
      'e2 AK2',
    ]);
    const second = fold(first, eventOf({ ...bare, eventId: 'e3', header: right }), 'S2');
    expect(second).toMatchObject({ ...right, contacts: [{ hall: '330604-H1' }] });
    const third = fold(second, eventOf({ ...bare, eventId: 'e4', contact }), 'S2');
    expect(third).toMatchObject({ ...right, contacts: [contact] });
    expect(third.inherited).toEqual({ header: false, events: ['e1'], contacts: [] });
  });

  it('keeps of the header what the same header leaves out', () => {
    const applicant = { ...invented.applicant, marks: { name: 'n0' } };
    const same = { ...own, header: { ...unpromised, applicant } };
    const known = fold(handed, same, 'S2');
    expect(known.promiseWorkingDays).toBe(5);
    expect(known.applicant).toEqual(invented.applicant);
  });
});

describe('the promise of the former system', () => {
  it.each<[string, CaseHeader | undefined, readonly (number | undefined)[]]>([
    ['states another one', { ...invented, promiseWorkingDays: 7 }, [undefined, 7]],
    ['states the same one', invented, [undefined, 5]],
    ['states none', unpromised, [5, undefined]],
    ['is of another kind', right, [undefined, undefined]],
    ['is missing', undefined, [5, undefined]],
  ])('stands beside the event of the right system whose header %s: %#', (_what, header, days) => {
    const bare = { eventId: 'e2', contact: undefined, accessKey: 'AK2' };
    const known = fold(handed, eventOf({ ...bare, header }), 'S2');
    expect(known.timeline.map(({ promiseWorkingDays }) => promiseWorkingDays)).toEqual(days);
  });
});

/** Events of one system; both systems use the same event ids and numbers of contacts. */
const reportsOf = (facts: Pick<CaseEvent, 'accessKey' | 'header'>, service: 'accept' | 'apply') =>
  fc
    .uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 9 }),
        type: fc.constantFrom(...caseEventTypes),
        number: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
    )
    .map((drafts) =>
      drafts.map(({ id, type, number }) =>
        eventOf({
          ...facts,
          type,
          eventId: `e${id}`,
          contact: number === undefined ? undefined : { serviceNumber: number, service, at: nine },
        }),
      ),
    );

const numbersIn = (events: readonly CaseEvent[]): ReadonlySet<number> =>
  new Set(events.flatMap(({ contact: met }) => met?.serviceNumber ?? []));

it('every event of the right system is taken, in any order, whatever was invented before', () => {
  const stories = fc.tuple(
    reportsOf({ accessKey: 'AK1', header: invented }, 'accept'),
    reportsOf({ accessKey: 'AK2', header: right }, 'apply').chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    ),
  );
  fc.assert(
    fc.property(stories, ([former, [events, arrivals]]) => {
      const squatted = former.reduce<Case | undefined>(
        (one, next) => fold(one, next, 'S1'),
        undefined,
      );
      const known = arrivals.reduce(
        (one, next) => fold(one, next, 'S2'),
        handOver(squatted!, over),
      );
      expect(known).toMatchObject({ matter: right.matter, area: right.area });
      const own = known.timeline.filter(({ accessKey }) => accessKey === 'AK2');
      expect(own.map(({ eventId }) => eventId).toSorted()).toEqual(
        events.map(({ eventId }) => eventId).toSorted(),
      );
      const [ours, theirs] = [numbersIn(events), numbersIn(former)];
      expect(known.contacts.map(({ serviceNumber }) => serviceNumber)).toEqual(
        [...new Set([...ours, ...theirs])].toSorted((a, b) => a - b),
      );
      for (const { serviceNumber, service } of known.contacts) {
        expect(service).toBe(ours.has(serviceNumber) ? 'apply' : 'accept');
      }
    }),
  );
});
