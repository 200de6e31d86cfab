/** What a new system replaces of a case stays on record, and is found by its moment. */
import { describe, expect, it } from 'vitest';

import type { Case, CaseEvent, CaseHeader, Contact } from '../../../shared/domain/case/case.ts';
import { caseAt, handOver, withoutReplaced } from '../../../shared/domain/case/hand-over.ts';
import { at } from '../time/shanghai.ts';

const [nine, ten, eleven] = [
  at('2026-11-20 09:00'),
  at('2026-11-20 10:00'),
  at('2026-11-20 11:00'),
];

const former: CaseHeader = {
  matter: { code: 'M0', name: '虚构事项' },
  department: { creditCode: 'D0', name: '虚构局' },
  area: '330604',
  caseKind: 'immediate',
  applicant: { kind: 'person', maskedName: '虚**', sealed: '1.x' },
};
const right: CaseHeader = { ...former, department: { creditCode: 'D1', name: '测试局' } };

const contact = (serviceNumber: number, id: string): Contact => ({
  serviceNumber,
  service: 'accept',
  at: nine,
  staff: { id, name: id },
});

const known: Case = {
  ...former,
  projectNo: '330602261120000000017',
  source: 'S1',
  timeline: [{ eventId: 'e1', type: 'accepted', at: nine, accessKey: 'AK1' }],
  contacts: [contact(1, 'w-1'), contact(2, 'w-2')],
  version: 1,
};
const signed = { by: 'u1', confirmedBy: 'u2', at: nine };
const handed = handOver(known, { from: 'S1', to: 'S2', reason: '误报', ...signed });

const event = (more: Partial<CaseEvent>): CaseEvent => ({
  eventId: 'e2',
  type: 'step',
  projectNo: known.projectNo,
  at: nine,
  receivedAt: ten,
  accessKey: 'AK2',
  ...more,
});

describe('what the new system replaces', () => {
  it('is kept with the moment of the delivery, each part once', () => {
    const first = withoutReplaced(handed, event({ header: right }));
    const { applicant, area, caseKind, department, matter } = former;
    const header = { matter, department, area, caseKind, applicant };
    expect(first.replaced).toStrictEqual([
      { at: ten, header: { ...header, promiseWorkingDays: undefined } },
    ]);
    const told = event({ header: right, contact: contact(2, 'w-9'), receivedAt: eleven });
    const second = withoutReplaced(first, told);
    expect(second.replaced).toStrictEqual([
      ...(first.replaced ?? []),
      { at: eleven, contact: contact(2, 'w-2') },
    ]);
    expect(second.contacts).toEqual([contact(1, 'w-1')]);
    expect(withoutReplaced(second, told)).not.toBe(second);
    expect(withoutReplaced(second, told).replaced).toEqual(second.replaced);
  });

  it('is nothing for an event without either, and for a case that was never handed over', () => {
    expect(withoutReplaced(handed, event({}))).not.toHaveProperty('replaced');
    expect(withoutReplaced(known, event({ header: right }))).toBe(known);
  });
});

describe('a case at a moment', () => {
  const replaced = [
    { at: ten, contact: contact(2, 'w-2') },
    { at: eleven, header: former },
    { at: eleven, contact: contact(1, 'w-1') },
  ];
  const now: Case = {
    ...known,
    ...right,
    contacts: [contact(1, 'w-8'), contact(2, 'w-9')],
    replaced,
  };
  const shown = (moment: typeof nine) => {
    const { department, contacts } = caseAt(now, moment);
    return [department.creditCode, ...contacts.map(({ staff }) => staff?.id)];
  };

  it('has the parts that were replaced after it, and no others', () => {
    expect(shown(nine)).toEqual(['D0', 'w-1', 'w-2']);
    expect(shown(ten)).toEqual(['D0', 'w-1', 'w-9']);
    expect(shown(eleven)).toEqual(['D1', 'w-8', 'w-9']);
  });

  it('is the case itself when nothing was replaced', () => {
    expect(caseAt(known, nine)).toEqual(known);
  });
});
