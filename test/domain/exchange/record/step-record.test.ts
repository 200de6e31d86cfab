import { describe, expect, it } from 'vitest';

import { recordFields } from '../../../../infra/local/system/center/field.table.ts';
import { wrongIn } from '../../../../infra/local/system/center/field.ts';
import { faultIn } from '../../../../shared/domain/exchange/record/field.ts';
import { stepFields } from '../../../../shared/domain/exchange/record/zhejiang-fields.table.ts';
import type { Step } from '../../../../shared/domain/ticket/step/step.ts';
import { creditCode } from '../../../support/case-facts.ts';
import { exampleStep } from '../../ticket/event-example.ts';
import {
  citySupervisor,
  resident,
  reviewer,
  supervisor,
  system,
} from '../../ticket/ticket-fixture.ts';
import { begun, does, own, reached, recordOf, worked } from './course.ts';
import type { Course } from './course.ts';
import { projectNo } from './sample-source.ts';

/** The texts of the last step, decrypted. */
const opened = ({ ticket, steps }: Course): Course => ({
  ticket,
  steps: steps.map((step) =>
    step.type === 'submitted'
      ? { ...step, note: '增设窗口', answer: '已增设窗口，向您致歉。' }
      : step,
  ),
});

describe('the record of a step (a reconstruction)', () => {
  it('says what was opened, when, and until when what has to be done', () => {
    const record = recordOf(begun());
    expect(record).toEqual({
      caseType: '1',
      assessNumber: '1',
      caseStatus: '0',
      assignTime: '2026-11-20 09:41:30',
      visitDeadline: '2026-11-23 17:30:00',
      rectifyDeadline: '2026-12-11 17:30:00',
      caseCode: `${projectNo}-1`,
      stepNumber: 1,
      projectNo,
      serviceNumber: 1,
      areaCode: '330602',
      deptCode: creditCode,
      deptName: '越城区测试局',
      dealerId: 'resident',
      dealerName: '评价人',
      publicFlag: '0',
      workflow: [
        {
          dealInfo: '派单',
          dealTime: '2026-11-20 09:41:30',
          dealerId: 'resident',
          status: '0',
        },
      ],
      dataSource: '133',
      revision: 1,
    });
    expect(faultIn(stepFields, record)).toBeUndefined();
    expect(wrongIn(recordFields.step, record)).toBeUndefined();
  });

  it('is a snapshot of its own moment, not of today', () => {
    const { ticket, steps } = worked();
    const record = recordOf({ ticket, steps: steps.slice(0, 2) });
    expect(record).toMatchObject({ caseStatus: '0', visitWay: '1', visitResult: '1' });
    expect(record).not.toHaveProperty('verifyResult');
    expect(record['workflow']).toHaveLength(2);
  });

  it('tells the answer once it is approved, and the measure from when it was handed in', () => {
    const before = recordOf(opened(worked()));
    expect(before).toMatchObject({
      caseStatus: '30',
      verifyResult: '2',
      rectifyMeasure: '增设窗口',
      rectifyResult: '1',
      dealerId: 'handler-a',
      dealerName: '工作人员',
    });
    expect(before).not.toHaveProperty('feedbackText');
    const course = does(worked(), '2026-11-24T15:00:00+08:00', supervisor, { type: 'approve' });
    expect(recordOf(opened(course))).toMatchObject({
      caseStatus: '90',
      closedLoopAudit: '1',
      finishTime: '2026-11-24 15:00:00',
      feedbackText: '已增设窗口，向您致歉。',
      feedbackWay: '1',
    });
  });

  it('has a dismissal with its claim and its ruling', () => {
    const claim = {
      type: 'claimInvalid',
      grounds: 'malicious',
      evidence: ['e'],
      note: 'n',
    } as const;
    let course = does(begun(), '2026-11-20T09:50:00+08:00', own, reached);
    course = does(course, '2026-11-20T10:00:00+08:00', own, claim);
    expect(recordOf(course)).toMatchObject({ caseStatus: '10', verifyResult: '5' });
    const ruling = { type: 'rule', claim: 'invalid', grant: true, note: 'n' } as const;
    course = does(course, '2026-11-20T11:00:00+08:00', reviewer, ruling);
    expect(recordOf(course)).toMatchObject({
      caseStatus: '91',
      appealResult: '1',
      appealAuditor: 'reviewer',
      appealTime: '2026-11-20 10:00:00',
      rectifyResult: '4',
    });
  });

  it('names the day of an extension once it is granted, also when its calendar came later', () => {
    const request = { type: 'requestExtension', days: 5, note: 'n' } as const;
    let course = does(begun(), '2026-11-20T10:00:00+08:00', own, request);
    expect(recordOf(course)).toMatchObject({ delayFlag: '0' });
    expect(recordOf(course)).not.toHaveProperty('delayDate');
    const ruling = { type: 'rule', claim: 'extension', grant: true, note: 'n' } as const;
    course = does(course, '2026-11-20T11:00:00+08:00', supervisor, ruling);
    expect(recordOf(course)).toMatchObject({
      delayFlag: '1',
      delayDate: '2026-12-18',
      rectifyDeadline: '2026-12-11 17:30:00',
    });
    const undated = course.steps.map((step) =>
      step.type === 'ruled' ? { ...step, facts: { ...step.facts, until: undefined } } : step,
    ) as Step[];
    const waiting = { ...course, steps: undated };
    expect(recordOf(waiting)).not.toHaveProperty('delayDate');
    const counted = exampleStep(9, 'recounted');
    const unrelated = exampleStep(8, 'recounted', { facts: { before: {} } });
    const later = [exampleStep(7, 'contacted'), unrelated, counted];
    expect(recordOf(waiting, { later })).toMatchObject({ delayFlag: '1', delayDate: '2026-12-11' });
    const inside = { ...course, steps: [...undated, unrelated, counted] };
    expect(recordOf(inside)).toMatchObject({ delayDate: '2026-12-11' });
  });

  it('names no day for an extension that was refused', () => {
    const request = { type: 'requestExtension', days: 5, note: 'n' } as const;
    let course = does(begun(), '2026-11-20T10:00:00+08:00', own, request);
    const ruling = { type: 'rule', claim: 'extension', grant: false, note: 'n' } as const;
    course = does(course, '2026-11-20T11:00:00+08:00', supervisor, ruling);
    const record = recordOf(course, { later: [exampleStep(9, 'recounted')] });
    expect(record).toMatchObject({ delayFlag: '0' });
    expect(record).not.toHaveProperty('delayDate');
  });

  it('counts what ran late, and how far it was raised', () => {
    const course = does(begun(), '2026-12-14T09:00:00+08:00', system, { type: 'escalate' });
    expect(recordOf(course)).toMatchObject({ warnLevel: '2', overdueDays: 3 });
    expect(recordOf(course)).not.toHaveProperty('escalateLevel');
    const later = does(course, '2026-12-25T09:00:00+08:00', system, { type: 'escalate' });
    expect(recordOf(later)).toMatchObject({ escalateLevel: '2', overdueDays: 14 });
  });

  it('names the department that took it over, or the correction in its place', () => {
    const to = { creditCode: '11330603MB7654321B', area: '330603' };
    const transfer = { type: 'transfer', to, note: 'n' } as const;
    const course = does(begun(), '2026-11-20T10:00:00+08:00', citySupervisor, transfer);
    const record = recordOf(course);
    expect(record).toMatchObject({ deptCode: to.creditCode, areaCode: '330603' });
    expect(faultIn(stepFields, record)).toEqual({ field: 'deptName', fault: 'missing' });
    expect(recordOf(course, { departmentName: '柯桥区接手局' })['deptName']).toBe('柯桥区接手局');
    const corrections = { departmentName: '更正局' };
    expect(recordOf(course, { corrections })['deptName']).toBe('更正局');
  });

  it('begins anew for a follow-up that is still bad', () => {
    let course = does(worked(), '2026-11-24T15:00:00+08:00', supervisor, { type: 'approve' });
    const append = {
      type: 'append',
      level: 'very_dissatisfied',
      tags: ['115'],
      rating: 'r2',
    } as const;
    course = does(course, '2026-11-25T09:00:00+08:00', resident, append);
    const record = recordOf(opened(course));
    expect(record).toMatchObject({
      caseType: '2',
      assessNumber: '2',
      appendLevel: '1',
      appendTime: '2026-11-25 09:00:00',
      assignTime: '2026-11-25 09:00:00',
      visitDeadline: '2026-11-26 17:30:00',
    });
    for (const gone of ['feedbackText', 'rectifyMeasure', 'visitTime', 'finishTime']) {
      expect(record).not.toHaveProperty(gone);
    }
    expect(wrongIn(recordFields.step, record)).toBeUndefined();
  });
});
