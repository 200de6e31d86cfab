import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { caseEventTypes } from '../../../shared/domain/case/case.ts';
import type { Case, CaseEvent, CaseHeader } from '../../../shared/domain/case/case.ts';
import { foldCaseEvent, longestTimeline } from '../../../shared/domain/case/event.ts';
import { keptMembers } from '../../../shared/domain/case/header.ts';
import { fromEpoch } from '../../../shared/domain/time/instant.ts';

const start = Date.UTC(2026, 10, 20);

const header: CaseHeader = {
  matter: { code: '许可-00757-000', name: '食品经营许可' },
  department: { creditCode: '11330602MB1A2B3C46', name: '越城区测试局' },
  area: '330602',
  caseKind: 'promised',
  promiseWorkingDays: 5,
  applicant: { kind: 'person', maskedName: '测**', sealed: '1.x' },
};

const source = 'AK1';

const eventAt = (id: number, minute: number, more: Partial<CaseEvent> = {}): CaseEvent => ({
  eventId: `e${id}`,
  type: 'step',
  projectNo: '330602261120000000017',
  at: fromEpoch(start + minute * 60_000),
  accessKey: 'AK1',
  header,
  ...more,
});

/**
 * Events of one case without contradictions; the range of minutes is small, so that many events
 * share one.
 */
const history = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 40 }),
      minute: fc.integer({ min: 0, max: 5 }),
      type: fc.constantFrom(...caseEventTypes),
      contact: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ id, minute, type, contact }) =>
      eventAt(id, minute, {
        type,
        contact:
          contact === undefined
            ? undefined
            : { serviceNumber: contact, service: 'accept', at: fromEpoch(start + contact) },
      }),
    ),
  );

const folded = (events: readonly CaseEvent[]): Case | undefined =>
  events.reduce<Case | undefined>((known, event) => {
    const decision = foldCaseEvent(known, event, source);
    if (!decision.ok) throw new Error(decision.reason);
    return decision.outcome === 'stored' ? decision.next : known;
  }, undefined);

const refusalOf = (known: Case | undefined, event: CaseEvent, by = source): string => {
  const decision = foldCaseEvent(known, event, by);
  return decision.ok ? decision.outcome : decision.reason;
};

describe('a case folded from its events', () => {
  it('is the same in whatever order they come, however often', () => {
    const shuffledTwice = history.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffledTwice, ([events, arrivals]) => {
        expect(folded(arrivals)).toEqual(folded(events));
      }),
    );
  });

  it('holds every event once, in the order of their times, and one version for each', () => {
    fc.assert(
      fc.property(history, (events) => {
        const known = folded(events);
        const times = known?.timeline.map(({ at }) => at) ?? [];
        expect(known?.version).toBe(events.length);
        expect(known?.timeline.map(({ eventId }) => eventId).toSorted()).toEqual(
          events.map(({ eventId }) => eventId).toSorted(),
        );
        expect(times).toEqual(times.toSorted());
      }),
    );
  });

  it('takes a repeat for what it is and refuses what only looks like one', () => {
    fc.assert(
      fc.property(history, fc.nat(), (events, pick) => {
        const known = folded(events);
        const event = events[pick % events.length]!;
        expect(refusalOf(known, event)).toBe('repeat');
        const otherTime = fromEpoch(start - 60_000);
        expect(refusalOf(known, { ...event, at: otherTime })).toBe('event_differs');
      }),
    );
  });
});

const contact = (serviceNumber: number) => ({
  serviceNumber,
  service: 'accept' as const,
  at: fromEpoch(start),
});

describe('what is stored of the events', () => {
  it('is the first header, and each event without what belongs to the case', () => {
    const { projectNo } = eventAt(1, 0);
    const first = eventAt(1, 0, { contact: contact(2) });
    expect(folded([first])).toEqual({
      ...header,
      projectNo,
      source,
      timeline: [
        {
          eventId: 'e1',
          type: 'step',
          at: fromEpoch(start),
          accessKey: 'AK1',
          promiseWorkingDays: 5,
        },
      ],
      contacts: [contact(2)],
      version: 1,
    });
    const known = folded([first, eventAt(2, 1, { contact: contact(1) })]);
    expect(known?.contacts.map(({ serviceNumber }) => serviceNumber)).toEqual([1, 2]);
    expect(known?.timeline[1]).toEqual({
      eventId: 'e2',
      type: 'step',
      at: fromEpoch(start + 60_000),
      accessKey: 'AK1',
      promiseWorkingDays: 5,
    });
    expect(folded([eventAt(1, 0)])?.contacts).toEqual([]);
  });

  it('is the promise of the first event that states one, in whatever order they come', () => {
    const other = { header: { ...header, promiseWorkingDays: 15 } };
    expect(folded([eventAt(1, 0), eventAt(2, 1, other)])?.promiseWorkingDays).toBe(5);
    expect(folded([eventAt(2, 1, other), eventAt(1, 0)])?.promiseWorkingDays).toBe(5);
  });

  it('is what a later header completes, and the first of what differs', () => {
    const withCode = (orgCode: string) => ({
      header: { ...header, department: { ...header.department, orgCode } },
    });
    const known = folded([eventAt(1, 0), eventAt(2, 1, withCode('001008006007014'))]);
    expect(known?.department.orgCode).toBe('001008006007014');
    const other = withCode('001008006007015').header;
    expect(
      folded([
        eventAt(1, 0),
        eventAt(2, 1, withCode('001008006007014')),
        eventAt(3, 2, { header: other }),
      ])?.department.orgCode,
    ).toBe('001008006007014');
    expect(keptMembers(known!, other)).toEqual(['/header/department/orgCode']);
    expect(keptMembers(known!, header)).toEqual([]);
    expect(keptMembers(known!, undefined)).toEqual([]);
  });

  it('is the promise that came first, also from a later header', () => {
    const without = { header: { ...header, promiseWorkingDays: undefined } };
    expect(folded([eventAt(1, 0, without)])?.promiseWorkingDays).toBeUndefined();
    expect(folded([eventAt(1, 0, without), eventAt(2, 1)])?.promiseWorkingDays).toBe(5);
    expect(folded([eventAt(1, 0), eventAt(2, 1, without)])?.promiseWorkingDays).toBe(5);
    const bare = eventAt(2, 1, { header: undefined });
    expect(folded([eventAt(1, 0, without), bare])?.promiseWorkingDays).toBeUndefined();
  });

  it('is accepted before it is finished, and its steps between, within one second', () => {
    const types = ['finished', 'step', 'accepted'] as const;
    const known = folded(types.map((type, index) => eventAt(index, 0, { type })));
    expect(known?.timeline.map(({ type }) => type)).toEqual(types.toReversed());
  });
});

const noted = (length: number) =>
  eventAt(1, 0, { step: { name: '审核', note: '注'.repeat(length) } });

describe('an event is refused', () => {
  const known = folded([
    eventAt(1, 0, { contact: { serviceNumber: 1, service: 'accept', at: fromEpoch(start) } }),
  ]);

  it.each<[string, CaseEvent, string, string]>([
    ['first without header', eventAt(1, 0, { header: undefined }), source, 'case_unknown'],
    ['of another source', eventAt(2, 0), 'AK2', 'case_of_other_source'],
    [
      'of another source without header',
      eventAt(2, 0, { header: undefined }),
      'AK2',
      'case_unknown',
    ],
    [
      'of another area',
      eventAt(2, 0, { header: { ...header, area: '330603' } }),
      source,
      'header_differs',
    ],
    [
      'with another contact under a used number',
      eventAt(2, 0, { contact: { serviceNumber: 1, service: 'pay', at: fromEpoch(start) } }),
      source,
      'contact_differs',
    ],
    [
      'that brings a contact its first delivery had not',
      eventAt(1, 0, { contact: { serviceNumber: 2, service: 'pay', at: fromEpoch(start) } }),
      source,
      'event_differs',
    ],
  ])('when it comes %s', (_name, event, by, reason) => {
    expect(refusalOf(reason === 'case_unknown' ? undefined : known, event, by)).toBe(reason);
  });

  const told = (change: Partial<CaseHeader>) => ({ header: { ...header, ...change } });

  it.each<[string, Partial<CaseHeader>, string]>([
    ['another matter', { matter: { ...header.matter, code: 'x' } }, 'header_differs'],
    [
      'another department',
      { department: { ...header.department, creditCode: 'x' } },
      'header_differs',
    ],
    ['another kind', { caseKind: 'immediate' }, 'header_differs'],
    ['another promise', { promiseWorkingDays: 6 }, 'stored'],
    ['no promise', { promiseWorkingDays: undefined }, 'stored'],
    ['another name of the matter', { matter: { ...header.matter, name: 'x' } }, 'stored'],
    [
      'another person',
      { applicant: { ...header.applicant, maskedName: '李**' } },
      'applicant_differs',
    ],
  ])('when its header has %s: %s', (_what, change, outcome) => {
    expect(refusalOf(known, eventAt(2, 0, told(change)))).toBe(outcome);
  });

  it('not when it has no header and no contact, and the case is known', () => {
    expect(refusalOf(known, eventAt(2, 0, { header: undefined }))).toBe('stored');
    expect(refusalOf(known, eventAt(1, 0, { contact: undefined }))).toBe('repeat');
  });

  it('when the case has as many as an item may hold', () => {
    const full = folded(Array.from({ length: longestTimeline }, (_, index) => eventAt(index, 0)));
    expect(refusalOf(full, eventAt(longestTimeline, 0))).toBe('case_too_long');
    expect(refusalOf(full, eventAt(0, 0))).toBe('repeat');
  });

  it('when it is a character longer than an item may be, and not before', () => {
    const least = JSON.stringify(folded([noted(0)])).length;
    expect(refusalOf(undefined, noted(100_000 - least))).toBe('stored');
    expect(refusalOf(undefined, noted(100_001 - least))).toBe('case_too_large');
  });

  it('when its notes are longer than an item of the store may be', () => {
    const note = '注'.repeat(1000);
    const long = (index: number) => ({ ...eventAt(index, 0), step: { name: '审核', note } });
    const most = folded(Array.from({ length: 86 }, (_, index) => long(index)));
    expect(Buffer.byteLength(JSON.stringify(most))).toBeLessThan(400 * 1024);
    const reasons = Array.from({ length: 20 }, (_, index) => refusalOf(most, long(86 + index)));
    expect(reasons).toContain('stored');
    const overfull = Array.from({ length: 20 }, (_, index) => long(86 + index)).reduce(
      (known, event) => {
        const decision = foldCaseEvent(known, event, source);
        return decision.ok && decision.outcome === 'stored' ? decision.next : known;
      },
      most,
    );
    expect(refusalOf(overfull, long(199))).toBe('case_too_large');
    expect(Buffer.byteLength(JSON.stringify(overfull))).toBeLessThan(400 * 1024);
  });
});
