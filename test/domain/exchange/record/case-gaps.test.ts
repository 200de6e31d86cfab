/** Records of a case of which something is not known, or not known yet. */
import { describe, expect, it } from 'vitest';

import type { Case, Contact } from '../../../../shared/domain/case/case.ts';
import type { CaseSource } from '../../../../shared/domain/exchange/record/case-record.ts';
import {
  finishRecord,
  ratingRecord,
  serviceRecord,
} from '../../../../shared/domain/exchange/record/case-record.ts';
import type { Body } from '../../../../shared/domain/exchange/record/field.ts';
import { withdrawRecord } from '../../../../shared/domain/exchange/record/withdraw-record.ts';
import { zhejiang } from '../../../../shared/domain/exchange/record/zhejiang.table.ts';
import { at } from '../../../fake/clock.ts';
import { creditCode } from '../../../support/case-facts.ts';
import { fullCase, projectNo, ratingOf, sourceOf } from './sample-source.ts';

const [accepted, finished] = fullCase().timeline;
const staff = { id: 'w1', name: '示例乙' };
const online: Contact = { serviceNumber: 1, service: 'accept', at: accepted!.at };
const atHall: Contact = { ...online, hall: '330602-H1' };

const serviceOf = (contact: Contact, more: Partial<CaseSource> = {}): Body =>
  serviceRecord(sourceOf(more), contact, zhejiang);

const endOf = (more: Partial<Case>): Body =>
  finishRecord(sourceOf({ known: fullCase(more) }), zhejiang) ?? {};

describe('经办人 of a contact', () => {
  it.each([
    ['who was named', { ...atHall, staff }, '示例乙'],
    ['nobody, where the case was handled online', online, '网上办理'],
    ['a gap, where a window of a hall has no name', atHall, undefined],
  ])('is %s', (_who, contact, name) => {
    expect(serviceOf(contact)['proManager']).toBe(name);
  });

  it('is who was corrected, before who was named', () => {
    const corrections = { handlerName: '更正者' };
    expect(serviceOf({ ...atHall, staff }, { corrections })['proManager']).toBe('更正者');
    expect(serviceOf({ ...atHall, staff }, { corrections: {} })['proManager']).toBe('示例乙');
  });

  it.each([
    ['the last who was named', [{ ...online, staff }, atHall], '示例乙'],
    [
      'the last of several',
      [
        { ...online, staff: { id: 'w0', name: '甲' } },
        { ...online, staff },
      ],
      '示例乙',
    ],
    [
      'nobody, where nobody was named and the last contact was online',
      [atHall, atHall, online],
      '网上办理',
    ],
    [
      'a gap, where nobody was named and the last contact was in a hall',
      [online, online, atHall],
      undefined,
    ],
    ['nobody, where there was no contact at all', [], '网上办理'],
  ])('at the end of a case is %s', (_who, contacts, name) => {
    expect(endOf({ contacts })['proManager']).toBe(name);
  });

  it('of a rating is who handled the contact that is rated', () => {
    const rating = { ...ratingOf(), serviceNumber: 2 };
    expect(ratingRecord({ ...sourceOf(), rating }, zhejiang)['proManager']).toBe('示例丙');
    const known = fullCase({ contacts: [] });
    expect(ratingRecord({ ...sourceOf({ known }), rating }, zhejiang)['proManager']).toBe(
      '网上办理',
    );
  });
});

describe('办件状态 at the moment of a contact', () => {
  it.each([
    ['received before it was accepted', '2026-11-20T08:59:59+08:00', '1'],
    ['handled from its acceptance on', '2026-11-20T09:00:00+08:00', '2'],
    ['handled until it was finished', '2026-11-25T15:59:59+08:00', '2'],
    ['finished from then on', '2026-11-25T16:00:00+08:00', '3'],
  ])('is %s', (_state, moment, stage) => {
    expect(serviceOf({ ...online, at: at(moment) })).toMatchObject({ proStatus: stage });
  });

  it('is handled where no event says that it was accepted', () => {
    const known = fullCase({ timeline: [{ ...accepted!, type: 'step' }] });
    expect(serviceOf(online, { known })).toMatchObject({ proStatus: '2' });
  });
});

describe('a case that says less', () => {
  it('was accepted when it was first heard of, if no event says so', () => {
    const step = { ...accepted!, type: 'step' } as const;
    const known = fullCase({ timeline: [step, { ...step, at: finished!.at }] });
    expect(serviceOf(online, { known })).toMatchObject({ acceptDate: '2026-11-20 09:00:00' });
    const silent = fullCase({ timeline: [] });
    expect(serviceOf(online, { known: silent })).not.toHaveProperty('acceptDate');
  });

  it('was accepted when its acceptance says, not when it was first heard of', () => {
    const heard = { ...accepted!, type: 'step', at: at('2026-11-19T09:00:00+08:00') } as const;
    const known = fullCase({ timeline: [heard, accepted!] });
    expect(serviceOf(online, { known })).toMatchObject({ acceptDate: '2026-11-20 09:00:00' });
  });

  it('has no name for an area that nobody knows', () => {
    const record = serviceOf(online, { known: fullCase({ area: '999999' }) });
    expect(record).toMatchObject({ areaCode: '999999' });
    expect(record).not.toHaveProperty('areaName');
  });

  it('has no certificate where the applicant gave none', () => {
    const record = serviceOf(online, { applicant: { name: '测试甲' } });
    expect(record).toMatchObject({ userName: '测试甲' });
    expect(record).not.toHaveProperty('certkeyGOV');
  });

  it('ended as 办结 where its end has no result', () => {
    const { result: _result, ...ended } = finished!;
    expect(endOf({ timeline: [accepted!, ended] })).toMatchObject({ transactResult: '办结' });
  });

  it('takes the code of its department from the register, unless its system sent one', () => {
    const orgCode = '001008006007015';
    const known = fullCase({ department: { creditCode, name: '越城区测试局' } });
    expect(serviceOf(online, { known, orgCode })).toMatchObject({ proDepartCode: orgCode });
    expect(serviceOf(online, { orgCode })).toMatchObject({ proDepartCode: '001008006007014' });
  });
});

describe('what is taken back', () => {
  it.each([
    [
      { kind: 'service', serviceNumber: 2 },
      { kind: 'service', serviceNumber: 2 },
    ],
    [{ kind: 'finish' }, { kind: 'finish' }],
  ] as const)('%o is named without the number of a step', (ref, named) => {
    expect(withdrawRecord({ projectNo, ref, reason: '误报', revision: 2 }, zhejiang)).toEqual({
      ...named,
      projectNo,
      reason: '误报',
      dataSource: '133',
      revision: 2,
    });
  });
});
