import { describe, expect, it } from 'vitest';

import { faultIn, omitEmpty } from '../../../../shared/domain/exchange/record/field.ts';
import type { Field } from '../../../../shared/domain/exchange/record/field.ts';
import * as fields from '../../../../shared/domain/exchange/record/zhejiang-fields.table.ts';

/** `name? longest codes`; the question mark says that it may be absent. */
const shown = (all: readonly Field[]): readonly string[] =>
  all.map(({ name, longest, required, codes = [] }) =>
    [`${name}${required ? '' : '?'}`, longest, codes.join('/')].join(' ').trim(),
  );

const ofCase = [
  'areaCode 12',
  'areaName 100',
  'deptCode 18',
  'taskCode 50',
  'taskName 200',
  'subMatter? 200',
  'projectNo 50',
  'proStatus 1 1/2/3',
  'proDepartCode 32',
  'proDepart 100',
  'proManager 30',
  'certkeyGOV 18',
  'userName 100',
  'userProp 1 1/2',
  'promiseTime 1 1/2',
  'acceptDate 19',
  'dataSource 3 133',
  'revision 4',
];

const ofStep = [
  'caseCode 50',
  'stepNumber 5',
  'projectNo 50',
  'serviceNumber 2',
  'assessNumber 1 1/2',
  'caseType 1 1/2/3',
  'caseStatus 3 0/10/11/12/20/21/220/221/222/30/31/90/91',
  'areaCode 12',
  'deptCode 18',
  'deptName 100',
  'dealerId 50',
  'dealerName 30',
  'assignTime 19',
  'visitDeadline? 19',
  'rectifyDeadline? 19',
  'visitTime? 19',
  'visitWay? 1 1/2/3/4',
  'visitResult? 1 1/2/3',
  'verifyResult? 1 1/2/3/4/5',
  'appealReason? 1000',
  'appealTime? 19',
  'appealResult? 1 0/1',
  'appealAuditor? 50',
  'rectifyMeasure? 1000',
  'rectifyResult? 1 1/2/3/4',
  'delayFlag? 1 0/1',
  'delayDate? 10',
  'delayReason? 500',
  'finishTime? 19',
  'overdueDays? 3',
  'feedbackTime? 19',
  'feedbackWay? 1 1/2/3/4',
  'feedbackText? 500',
  'appendLevel? 1 1/2/3/4/5',
  'appendTime? 19',
  'warnLevel? 1 0/1/2',
  'urgeCount? 2',
  'escalateLevel? 1 0/1/2/3',
  'publicFlag 1 0/1',
  'publicText? 1000',
  'closedLoopAudit? 1 0/1',
  'workflow 100000',
  'dataSource 3 133',
  'revision 4',
];

describe('the fields that are checked before sending', () => {
  it('of a service', () => {
    expect(shown(fields.serviceFields)).toEqual([
      ...ofCase,
      'serviceNumber 2',
      'serviceName 10',
      'serviceTime 19',
    ]);
  });

  it('of an end', () => {
    expect(shown(fields.finishFields)).toEqual([...ofCase, 'resultDate 19', 'transactResult 10']);
  });

  it('of a rating', () => {
    expect(shown(fields.ratingFields)).toEqual([
      ...ofCase,
      'serviceNumber 2',
      'pf 1 1/2/3/4/5/6',
      'satisfaction 1 1/2/3/4/5',
      'evalDetail? 200',
      'writingEvaluation? 1000',
      'assessTime 19',
      'assessNumber 1 1/2',
    ]);
  });

  it('of a step', () => {
    expect(shown(fields.stepFields)).toEqual(ofStep);
  });

  it('of a withdrawal', () => {
    expect(shown(fields.withdrawFields)).toEqual([
      'projectNo 50',
      'kind 10 service/finish/step',
      'serviceNumber? 2',
      'caseCode? 50',
      'stepNumber? 5',
      'reason 300',
      'dataSource 3 133',
      'revision 4',
    ]);
  });
});

describe('a field', () => {
  const text: Field = { name: 'a', longest: 2, required: true };
  const optional: Field = { ...text, required: false };
  const coded: Field = { ...text, codes: ['1', '22'] };

  it.each<[string, Field, unknown, string | undefined]>([
    ['present', text, 'xy', undefined],
    ['a number', text, 12, undefined],
    ['a number too long', text, 123, 'too_long'],
    ['absent', text, undefined, 'missing'],
    ['empty', text, '', 'missing'],
    ['absent and optional', optional, undefined, undefined],
    ['empty and optional', optional, '', undefined],
    ['optional and too long', optional, 'xyz', 'too_long'],
    ['in its code table', coded, '22', undefined],
    ['a number in its code table', coded, 1, undefined],
    ['not in its code table', coded, '2', 'not_in_code_table'],
    ['a list', text, ['x', 'y', 'z'], undefined],
  ])('that is %s', (_what, field, value, fault) => {
    expect(faultIn([field], { a: value })).toEqual(fault && { field: 'a', fault });
  });

  it('is named when it is the first that does not fit', () => {
    const other: Field = { name: 'b', longest: 1, required: true };
    expect(faultIn([text, other], { a: 'x' })).toEqual({ field: 'b', fault: 'missing' });
    expect(faultIn([], {})).toBeUndefined();
  });

  it('is left out when it is absent or empty, and only then', () => {
    expect(omitEmpty({ a: '', b: undefined, c: 0, d: false, e: null, f: [] })).toEqual({
      c: 0,
      d: false,
      e: null,
      f: [],
    });
  });
});
