import { describe, expect, it } from 'vitest';

import { recordFields } from '../../../../infra/local/system/center/field.table.ts';
import { wrongIn } from '../../../../infra/local/system/center/field.ts';
import { contactOf } from '../../../../shared/domain/case/case.ts';
import type { Contact } from '../../../../shared/domain/case/case.ts';
import {
  finishRecord,
  ratingRecord,
  serviceRecord,
} from '../../../../shared/domain/exchange/record/case-record.ts';
import { faultIn } from '../../../../shared/domain/exchange/record/field.ts';
import { withdrawRecord } from '../../../../shared/domain/exchange/record/withdraw-record.ts';
import * as fields from '../../../../shared/domain/exchange/record/zhejiang-fields.table.ts';
import { zhejiang } from '../../../../shared/domain/exchange/record/zhejiang.table.ts';
import { creditCode } from '../../../support/case-facts.ts';
import { fullCase, identityNumber, projectNo, ratingOf, sourceOf } from './sample-source.ts';

const contact = (serviceNumber: number): Contact => {
  const found = contactOf(fullCase(), serviceNumber);
  if (found === undefined) throw new Error('the sample case has two contacts');
  return found;
};

const ofCase = {
  areaCode: '330602',
  areaName: '越城区',
  deptCode: creditCode,
  taskCode: '许可-00757-000',
  taskName: '食品经营许可',
  subMatter: '开办餐馆',
  projectNo,
  proDepartCode: '001008006007014',
  proDepart: '越城区测试局',
  certkeyGOV: identityNumber,
  userName: '测试甲',
  userProp: '1',
  promiseTime: '1',
  acceptDate: '2026-11-20 09:00:00',
  dataSource: '133',
  revision: 1,
};

describe('records in the fields of the Zhejiang interface', () => {
  it('a contact', () => {
    expect(serviceRecord(sourceOf(), contact(1), zhejiang)).toEqual({
      ...ofCase,
      proStatus: '2',
      proManager: '示例乙',
      serviceNumber: 1,
      serviceName: '受理',
      serviceTime: '2026-11-20 09:00:00',
    });
  });

  it('a contact after the end of the case says so', () => {
    const record = serviceRecord(sourceOf(), contact(2), zhejiang);
    expect(record).toMatchObject({ proStatus: '3', proManager: '示例丙', serviceNumber: 2 });
  });

  it('the end', () => {
    expect(finishRecord(sourceOf(), zhejiang)).toEqual({
      ...ofCase,
      proStatus: '3',
      proManager: '示例丙',
      resultDate: '2026-11-25 16:00:00',
      transactResult: '办结',
    });
    const unfinished = fullCase({ timeline: fullCase().timeline.slice(0, 1) });
    expect(finishRecord(sourceOf({ known: unfinished }), zhejiang)).toBeUndefined();
  });

  it.each([
    ['refused', '办结'],
    ['withdrawn', '作废办结'],
    ['returned', '退件'],
  ] as const)('an end that is %s is written %s', (outcome, written) => {
    const [accepted, finished] = fullCase().timeline;
    const timeline = [accepted!, { ...finished!, result: { outcome } }];
    const record = finishRecord(sourceOf({ known: fullCase({ timeline }) }), zhejiang);
    expect(record).toMatchObject({ transactResult: written });
  });

  it('a bad rating', () => {
    const rating = ratingOf({ tags: ['207', '209'] });
    const record = ratingRecord({ ...sourceOf(), rating, text: '等了太久' }, zhejiang);
    expect(record).toEqual({
      ...ofCase,
      proStatus: '2',
      proManager: '示例乙',
      serviceNumber: 1,
      pf: '3',
      satisfaction: '2',
      evalDetail: '207,209',
      writingEvaluation: '等了太久',
      assessTime: '2026-11-20 09:41:30',
      assessNumber: '1',
    });
  });

  it('a rating without tags and words leaves the fields out', () => {
    const rating = ratingOf({ level: 'very_satisfied', tags: [], assessNumber: 2 });
    const record = ratingRecord({ ...sourceOf(), rating }, zhejiang);
    expect(record).not.toHaveProperty('evalDetail');
    expect(record).not.toHaveProperty('writingEvaluation');
    expect(record).toMatchObject({ satisfaction: '5', assessNumber: '2' });
  });

  it('carries what staff put right, and what a resident said as it was', () => {
    const corrections = {
      orgCode: '001008006007099',
      departmentName: '更名后的局',
      matterCode: 'M2',
      matterName: '更正的事项',
      area: '330603',
      handlerName: '更正者',
    };
    const rating = ratingOf({ level: 'dissatisfied', channel: 'hotline' });
    const source = { ...sourceOf({ corrections, revision: 2 }), rating, text: '原话' };
    expect(ratingRecord(source, zhejiang)).toMatchObject({
      proDepartCode: '001008006007099',
      proDepart: '更名后的局',
      taskCode: 'M2',
      taskName: '更正的事项',
      areaCode: '330603',
      areaName: '柯桥区',
      proManager: '更正者',
      revision: 2,
      satisfaction: '2',
      writingEvaluation: '原话',
      pf: '5',
      deptCode: creditCode,
    });
  });

  it('what is taken back is named by its number alone', () => {
    const ref = { kind: 'step', serviceNumber: 1, stepNumber: 3 } as const;
    const asked = { projectNo, ref, ticketId: `${projectNo}-1`, reason: '误报', revision: 2 };
    expect(withdrawRecord(asked, zhejiang)).toEqual({
      kind: 'step',
      projectNo,
      serviceNumber: 1,
      caseCode: `${projectNo}-1`,
      stepNumber: 3,
      reason: '误报',
      dataSource: '133',
      revision: 2,
    });
    const finish = { projectNo, ref: { kind: 'finish' }, reason: '误报', revision: 2 } as const;
    expect(withdrawRecord(finish, zhejiang)).not.toHaveProperty('serviceNumber');
  });
});

describe('before anything is sent', () => {
  const rating = { ...sourceOf(), rating: ratingOf() };
  const records = {
    service: serviceRecord(sourceOf(), contact(1), zhejiang),
    finish: finishRecord(sourceOf(), zhejiang) ?? {},
    rating: ratingRecord(rating, zhejiang),
  };
  const own = {
    service: fields.serviceFields,
    finish: fields.finishFields,
    rating: fields.ratingFields,
  };

  it.each(['service', 'finish', 'rating'] as const)(
    'a complete %s passes our check and the independent reading of the center',
    (kind) => {
      expect(faultIn(own[kind], records[kind])).toBeUndefined();
      expect(wrongIn(recordFields[kind], records[kind])).toBeUndefined();
    },
  );

  it.each([
    ['certkeyGOV', undefined, 'missing'],
    ['proDepartCode', '', 'missing'],
    ['proManager', '名'.repeat(31), 'too_long'],
    ['satisfaction', '6', 'not_in_code_table'],
    ['pf', '7', 'not_in_code_table'],
    ['writingEvaluation', '字'.repeat(1001), 'too_long'],
  ])('%s as %s is %s, and nothing is cut', (field, value, fault) => {
    expect(faultIn(own.rating, { ...records.rating, [field]: value })).toEqual({ field, fault });
  });

  it('characters are counted, not halves of them', () => {
    const body = { ...records.rating, writingEvaluation: '𠮷'.repeat(1000) };
    expect(faultIn(own.rating, body)).toBeUndefined();
  });

  it('what is missing in the case is named', () => {
    const known = fullCase({ department: { creditCode, name: '越城区测试局' } });
    const record = serviceRecord(sourceOf({ known }), contact(1), zhejiang);
    expect(faultIn(own.service, record)).toEqual({ field: 'proDepartCode', fault: 'missing' });
  });
});
