import { describe, expect, it } from 'vitest';

import type { Case, CaseHeader } from '../../../shared/domain/case/case.ts';
import { correctHeader } from '../../../shared/domain/case/correction.ts';
import { at } from '../time/shanghai.ts';

const header: CaseHeader = {
  matter: { code: '许可-00757-000', name: '食品经营许可' },
  department: { creditCode: '11330602MB1A2B3C46', name: '越城区测试局' },
  area: '330602',
  caseKind: 'promised',
  promiseWorkingDays: 5,
  applicant: { kind: 'person', maskedName: '测**', sealed: '1.x', marks: { name: 'n1' } },
};

const entry = { type: 'step', at: at('2026-11-20 09:00'), accessKey: 'AK1' } as const;

const known: Case = {
  ...header,
  projectNo: '330602261120000000017',
  source: 'AK1',
  timeline: [
    { ...entry, eventId: 'e1', type: 'accepted', promiseWorkingDays: 5 },
    { ...entry, eventId: 'e2' },
    { ...entry, eventId: 'e3', promiseWorkingDays: 8 },
  ],
  contacts: [{ serviceNumber: 1, service: 'accept', at: entry.at }],
  version: 3,
};

const facts = { reason: '原报文乱码', accessKey: 'AK2', at: at('2026-11-21 10:00') };
const correct = (change: Partial<CaseHeader>, from: Case = known, isRated = false) =>
  correctHeader(from, { header: { ...header, ...change }, ...facts }, isRated);

const corrected = (change: Partial<CaseHeader>, from: Case = known): Case => {
  const decision = correct(change, from);
  if (!decision.ok) throw new Error(decision.reason);
  expect(decision.outcome).toBe('corrected');
  return decision.next;
};

const name = { matter: { ...header.matter, name: '食品经营许可（新办）' } };

const days = ({ timeline }: Case) => timeline.map((one) => one.promiseWorkingDays);

describe('a corrected header', () => {
  it('replaces what was said, which stays on record with reason, key and moment', () => {
    expect(corrected(name)).toEqual({
      ...known,
      ...name,
      corrections: [{ ...facts, before: header }],
      version: 4,
    });
  });

  it('is on record beside those before it, in their order', () => {
    const twice = corrected({ area: '330603' }, corrected(name));
    expect(twice.corrections).toEqual([
      { ...facts, before: header },
      { ...facts, before: { ...header, ...name } },
    ]);
    expect(twice).toMatchObject({ area: '330603', matter: header.matter, version: 5 });
  });

  it.each([
    ['the matter', name],
    ['the department', { department: { ...header.department, orgCode: '001008006007014' } }],
    ['the area', { area: '330602001' }],
    ['the kind of the case', { caseKind: 'immediate', promiseWorkingDays: undefined }],
    ['the promise', { promiseWorkingDays: 7 }],
    ['the applicant', { applicant: { ...header.applicant, marks: { name: 'n2' }, sealed: '1.y' } }],
  ] satisfies readonly (readonly [string, Partial<CaseHeader>])[])(
    'may correct %s alone',
    (_what, change) => {
      expect(corrected(change)).toMatchObject(change);
    },
  );

  it('that says what the case says already is a repeat, even of a case that is rated', () => {
    const repeat = { ok: true, outcome: 'repeat', next: known };
    expect(correct({})).toEqual(repeat);
    expect(correct({}, known, true)).toEqual(repeat);
    // The same applicant, encrypted again.
    expect(correct({ applicant: { ...header.applicant, sealed: '1.z' } })).toEqual(repeat);
  });

  it('takes away what it leaves out', () => {
    const next = corrected({ promiseWorkingDays: undefined });
    expect([next.promiseWorkingDays, days(next)]).toEqual([
      undefined,
      [undefined, undefined, undefined],
    ]);
  });

  const reachable = (mobile: string | undefined) => ({
    applicant: { ...header.applicant, marks: { name: 'n1', mobile } },
  });

  it.each([
    ['another', 'm2'],
    ['none', undefined],
  ])('corrects the mobile number alone: %s', (_what, mobile) => {
    const told = { ...known, ...reachable('m1') };
    const next = corrected(reachable(mobile), told);
    expect(next.applicant.marks).toEqual({ name: 'n1', mobile, mobileAt: facts.at });
    expect(next.corrections).toEqual([{ ...facts, before: { ...header, ...reachable('m1') } }]);
    expect(correct(reachable(mobile), next)).toMatchObject({ outcome: 'repeat' });
  });

  it('is refused once the case is rated', () => {
    expect(correct(name, known, true)).toEqual({ ok: false, reason: 'case_rated' });
  });

  it('is accepted ten times', () => {
    const correction = { ...facts, before: header };
    const after = (count: number): Case => ({
      ...known,
      corrections: Array.from({ length: count }, () => correction),
    });
    expect(corrected(name, after(9)).corrections).toHaveLength(10);
    expect(correct(name, after(10))).toEqual({ ok: false, reason: 'case_corrected_too_often' });
  });

  it('moves the promise of the events that stated it, and of no other', () => {
    expect(days(corrected({ promiseWorkingDays: 7 }))).toEqual([7, undefined, 8]);
    expect(days(corrected(name))).toEqual([5, undefined, 8]);
    const { promiseWorkingDays: _days, ...unpromised } = known;
    expect(days(corrected({ promiseWorkingDays: 7 }, unpromised))).toEqual([5, undefined, 8]);
  });

  it('of a case that was handed over is no longer the header of the former system', () => {
    const inherited = { header: true, events: ['e1'], contacts: [1] };
    const next = corrected(name, { ...known, inherited });
    expect(next.inherited).toEqual({ ...inherited, header: false });
    expect(corrected(name)).not.toHaveProperty('inherited');
  });
});
