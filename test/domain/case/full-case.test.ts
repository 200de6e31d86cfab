import { describe, expect, it } from 'vitest';

import { caseEventTypes } from '../../../shared/domain/case/case.ts';
import type { Case, CaseEvent, CaseHeader } from '../../../shared/domain/case/case.ts';
import { foldCaseEvent, longestTimeline } from '../../../shared/domain/case/event.ts';
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

const noted = (length: number) =>
  eventAt(1, 0, { step: { name: '审核', note: '注'.repeat(length) } });

const contact = { serviceNumber: 1, service: 'decide', at: fromEpoch(start) } as const;
const grow = (from: Case | undefined, count: number, more: Partial<CaseEvent>, first: number) =>
  Array.from({ length: count }, (_, index) => eventAt(first + index, 0, more)).reduce<
    Case | undefined
  >((now, event) => {
    const decision = foldCaseEvent(now, event, source);
    if (!decision.ok) throw new Error(decision.reason);
    return decision.next;
  }, from);

describe('an event of a full case is refused', () => {
  it('never when it finishes a full case, starts or stops its clock, or can be rated', () => {
    const full = grow(undefined, longestTimeline, {}, 0);
    for (const more of [{ contact }, ...caseEventTypes.map((type) => ({ type }))]) {
      const isPlain = 'type' in more && more.type === 'step';
      expect(refusalOf(full, eventAt(500, 0, more))).toBe(isPlain ? 'case_too_long' : 'stored');
    }
    const fuller = grow(full, 20, { type: 'extended' }, 200);
    expect(refusalOf(fuller, eventAt(500, 0, { contact }))).toBe('case_too_long');
    const fullest = grow(fuller, 10, { type: 'finished', contact }, 220);
    expect(fullest?.contacts).toEqual([contact]);
    expect(refusalOf(fullest, eventAt(500, 0, { type: 'finished' }))).toBe('case_too_long');
  });

  it('never when it finishes a case whose text is as long as an item may hold', () => {
    const least = JSON.stringify(folded([noted(0)])).length;
    const full = folded([noted(100_000 - least)]);
    expect(refusalOf(full, eventAt(2, 0))).toBe('case_too_large');
    const note = '注'.repeat(1000);
    const end = { type: 'finished', contact, result: { outcome: 'granted', note } } as const;
    expect(refusalOf(full, eventAt(2, 0, end))).toBe('stored');
    expect(refusalOf(full, eventAt(2, 0, { type: 'accepted', contact }))).toBe('stored');
  });

  it('never for what persons noted beside what its system tells', () => {
    const events = Array.from({ length: 200 }, (_, index) => `${index}`.padStart(64, 'e'));
    const full = folded([noted(99_000)])!;
    const inherited = { header: false, events, contacts: [] };
    const correction = { accessKey: 'AK1', reason: '更正', at: fromEpoch(start), before: header };
    const corrections = Array.from({ length: 10 }, () => correction);
    expect(refusalOf({ ...full, inherited, corrections }, eventAt(2, 0))).toBe('stored');
  });
});
