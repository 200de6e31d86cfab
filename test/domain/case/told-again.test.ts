import { describe, expect, it } from 'vitest';

import { isSameApplicant } from '../../../shared/domain/case/applicant.ts';
import type { Case, CaseEvent, CaseHeader, Contact } from '../../../shared/domain/case/case.ts';
import {
  completeContacts,
  isSameContact,
  keptOfContact,
} from '../../../shared/domain/case/contact.ts';
import { foldCaseEvent } from '../../../shared/domain/case/event.ts';
import { keptOfApplicant, withPromise } from '../../../shared/domain/case/header.ts';
import { actYearLimits, actYearsOf } from '../../../shared/domain/case/retention/rules.ts';
import { erasedWords } from '../../../shared/domain/text/erased.ts';
import { at } from '../time/shanghai.ts';

const [morning, noon] = [at('2026-11-20 09:00'), at('2026-11-20 12:00')];

const bare: Contact = { serviceNumber: 1, service: 'accept', at: morning };
const other: Contact = { serviceNumber: 2, service: 'pay', at: noon };
const place = { hall: '330602-H1', window: 'A01', staff: { id: 'S1', name: '王示例' } } as const;

const header: CaseHeader = {
  matter: { code: '许可-00757-000', name: '食品经营许可' },
  department: { creditCode: '11330602MB1A2B3C46', name: '越城区测试局' },
  area: '330602',
  caseKind: 'promised',
  applicant: { kind: 'person', maskedName: '测**', sealed: '1.x' },
};

const event = (more: Partial<CaseEvent> = {}): CaseEvent => ({
  eventId: 'e1',
  type: 'accepted',
  projectNo: '330602261120000000017',
  at: morning,
  accessKey: 'AK1',
  header,
  ...more,
});

const begun = (more: Partial<CaseEvent> = {}): Case => {
  const decision = foldCaseEvent(undefined, event(more), 'AK1');
  if (!decision.ok) throw new Error(decision.reason);
  return decision.next;
};

/** The case after an event was told again. */
const again = (known: Case, more: Partial<CaseEvent>) => {
  const decision = foldCaseEvent(known, event(more), 'AK1');
  return decision.ok ? { outcome: decision.outcome, next: decision.next } : decision.reason;
};

describe('a contact that is told again', () => {
  it('is the same by its service and its time', () => {
    expect(isSameContact(bare, { ...bare, ...place })).toBe(true);
    expect(isSameContact(bare, { ...bare, at: noon })).toBe(false);
    expect(isSameContact(bare, { ...bare, service: 'pay' })).toBe(false);
  });

  it.each([
    [{ hall: place.hall }],
    [{ hall: place.hall, window: place.window }],
    [{ staff: place.staff }],
    [place],
  ])('is completed by %o, and no other contact is', (more) => {
    const contacts = completeContacts([other, bare], { ...bare, ...more });
    expect(contacts).toEqual([other, { ...bare, ...more }]);
  });

  it('stays the very same list where nothing is new', () => {
    const whole = [{ ...bare, ...place }, other];
    for (const told of [undefined, bare, { ...bare, ...place }, { ...other, serviceNumber: 3 }])
      expect(completeContacts(whole, told)).toBe(whole);
  });

  it('keeps what it has, and says what was told otherwise', () => {
    const known = { ...begun(), contacts: [{ ...bare, ...place }] };
    const told = { ...bare, hall: '330602-H2', window: 'A01', staff: { id: 'S2', name: '李示例' } };
    expect(completeContacts(known.contacts, told)).toBe(known.contacts);
    expect(keptOfContact(known, told)).toEqual(['/contact/hall', '/contact/staff']);
    expect(keptOfContact(known, bare)).toEqual([]);
    expect(keptOfContact(known, { ...bare, staff: { id: 'S1', name: '王 示例' } })).toEqual([]);
    expect(keptOfContact(known, other)).toEqual([]);
    expect(keptOfContact(known, undefined)).toEqual([]);
  });
});

describe('what a header says of the applicant otherwise', () => {
  const marks = { name: 'n', certificate: 'c', mobile: 'm' };
  const marked = (of?: object): Pick<CaseHeader, 'applicant'> => ({
    applicant: { ...header.applicant, ...(of && { marks: { ...marks, ...of } }) },
  });

  it.each([
    ['the same', marked({}), []],
    ['another certificate', marked({ certificate: 'x' }), ['/header/applicant/certificate']],
    ['another mobile number', marked({ mobile: 'x' }), ['/header/applicant/mobile']],
    ['no number', marked({ mobile: undefined }), []],
    ['nothing', undefined, []],
    ['nothing that is marked', marked(), []],
  ] as const)('is told for %s', (_what, told, kept) => {
    expect(keptOfApplicant(marked({}), told)).toEqual(kept);
  });

  it('is nothing once the applicant is erased', () => {
    expect(keptOfApplicant(marked(), marked({ mobile: 'x' }))).toEqual([]);
  });

  it('is compared without marks as well', () => {
    const [unmarked, whole] = [marked().applicant, marked({}).applicant];
    expect(isSameApplicant(unmarked, { ...unmarked, sealed: '1.y' })).toBe(true);
    expect(isSameApplicant(unmarked, whole)).toBe(false);
    expect(isSameApplicant(whole, { ...whole, marks: { ...marks, mobile: 'x' } })).toBe(false);
  });
});

describe('an event that is told again', () => {
  it('brings the promise that its first delivery left out, and changes none', () => {
    const promised = { ...header, promiseWorkingDays: 5 };
    const [entry] = begun().timeline;
    expect(withPromise(entry!, promised)).toEqual({ ...entry, promiseWorkingDays: 5 });
    expect(withPromise(entry!, header)).toBe(entry);
    expect(withPromise(entry!, undefined)).toBe(entry);
    const own = { ...entry!, promiseWorkingDays: 3 };
    expect(withPromise(own, promised)).toBe(own);
  });

  it('completes its own entry and its contact, and no other entry', () => {
    const first = begun({ contact: bare });
    const two = again(first, { eventId: 'e2', type: 'step', at: noon, step: { name: '审查' } });
    if (typeof two === 'string') throw new Error(two);
    const told = { header: { ...header, promiseWorkingDays: 5 }, contact: { ...bare, ...place } };
    expect(again(two.next, told)).toMatchObject({
      outcome: 'repeat',
      next: {
        version: two.next.version + 1,
        contacts: [{ ...bare, ...place }],
        timeline: [{ ...two.next.timeline[0], promiseWorkingDays: 5 }, two.next.timeline[1]],
      },
    });
  });

  it('changes nothing where it says nothing new', () => {
    const first = begun({ contact: bare });
    expect(again(first, { contact: bare })).toEqual({ outcome: 'repeat', next: first });
  });

  it('agrees with its note that was erased, and with no other word', () => {
    const said = { name: '审查', note: '材料齐全' };
    const step = { type: 'step', step: said } as const;
    const known = begun(step);
    const erased = {
      ...known,
      timeline: known.timeline.map((one) => ({ ...one, step: { ...said, note: erasedWords } })),
    };
    expect(again(erased, step)).toMatchObject({ outcome: 'repeat' });
    expect(again(known, { ...step, step: { ...said, note: '缺材料' } })).toBe('event_differs');
    expect(again(erased, { ...step, step: { ...said, name: '核准' } })).toBe('event_differs');
    expect(again(erased, { type: 'step' })).toBe('event_differs');
  });

  it('agrees with the note of its result that was erased', () => {
    const said = { outcome: 'granted', note: '准予许可' } as const;
    const end = { type: 'finished', result: said } as const;
    const known = begun(end);
    const erased = {
      ...known,
      timeline: known.timeline.map((one) => ({ ...one, result: { ...said, note: erasedWords } })),
    };
    expect(again(erased, end)).toMatchObject({ outcome: 'repeat' });
    expect(again(known, { ...end, result: { ...said, note: '不予' } })).toBe('event_differs');
    expect(again(erased, { type: 'finished' })).toBe('event_differs');
  });
});

describe('how long acts are kept', () => {
  it('is three years where a policy says nothing', () => {
    expect(actYearsOf({ caseYears: 2 })).toBe(3);
    expect(actYearsOf({ caseYears: 2, actYears: 7 })).toBe(7);
    expect(actYearLimits).toEqual({ fewest: 3, most: 10 });
  });
});
