/**
 * Fields of the Zhejiang interface. Names, meanings and values were read in code that calls it;
 * lengths and what is required are inferred from GB/T 39046. `serviceNumber`, `serviceName`,
 * `serviceTime`, `resultDate` and `transactResult` come from the neighbouring formats (the 回传
 * format of Zhejiang, the national format as other provinces implement it); `revision` is this
 * project's own.
 */
import type { Field } from './field.ts';
import { zhejiang } from './zhejiang.table.ts';

const requiredField = (name: string, longest: number, codes?: readonly string[]): Field => ({
  name,
  longest,
  required: true,
  codes,
});

const optionalField = (name: string, longest: number, codes?: readonly string[]): Field => ({
  name,
  longest,
  required: false,
  codes,
});

const revision = requiredField('revision', 4);
const dataSource = requiredField('dataSource', 3, ['133']);
const projectNo = requiredField('projectNo', 50);
const serviceNumber = requiredField('serviceNumber', 2);

const caseFields: readonly Field[] = [
  requiredField('areaCode', 12),
  requiredField('areaName', 100),
  requiredField('deptCode', 18),
  requiredField('taskCode', 50),
  requiredField('taskName', 200),
  optionalField('subMatter', 200),
  projectNo,
  requiredField('proStatus', 1, zhejiang.caseStage.codes),
  requiredField('proDepartCode', 32),
  requiredField('proDepart', 100),
  requiredField('proManager', 30),
  requiredField('certkeyGOV', 18),
  requiredField('userName', 100),
  requiredField('userProp', 1, zhejiang.applicantKind.codes),
  requiredField('promiseTime', 1, zhejiang.caseKind.codes),
  requiredField('acceptDate', 19),
  dataSource,
  revision,
];

export const serviceFields: readonly Field[] = [
  ...caseFields,
  serviceNumber,
  requiredField('serviceName', 10),
  requiredField('serviceTime', 19),
];

export const finishFields: readonly Field[] = [
  ...caseFields,
  requiredField('resultDate', 19),
  requiredField('transactResult', 10),
];

export const ratingFields: readonly Field[] = [
  ...caseFields,
  serviceNumber,
  requiredField('pf', 1, zhejiang.channel.codes),
  requiredField('satisfaction', 1, zhejiang.level.codes),
  optionalField('evalDetail', 200),
  optionalField('writingEvaluation', 1000),
  requiredField('assessTime', 19),
  requiredField('assessNumber', 1, ['1', '2']),
];

export const withdrawFields: readonly Field[] = [
  projectNo,
  requiredField('kind', 10, ['service', 'finish', 'step']),
  optionalField('serviceNumber', 2),
  optionalField('caseCode', 50),
  optionalField('stepNumber', 5),
  requiredField('reason', 300),
  dataSource,
  revision,
];

/** 差评整改: the whole format is a RECONSTRUCTION. */
export const stepFields: readonly Field[] = [
  requiredField('caseCode', 50),
  requiredField('stepNumber', 5),
  projectNo,
  serviceNumber,
  requiredField('assessNumber', 1, ['1', '2']),
  requiredField('caseType', 1, ['1', '2', '3']),
  requiredField('caseStatus', 3, '0 10 11 12 20 21 220 221 222 30 31 90 91'.split(' ')),
  requiredField('areaCode', 12),
  requiredField('deptCode', 18),
  requiredField('deptName', 100),
  requiredField('dealerId', 50),
  requiredField('dealerName', 30),
  requiredField('assignTime', 19),
  // Absent when the duty ended before the calendar of its year was known.
  optionalField('visitDeadline', 19),
  optionalField('rectifyDeadline', 19),
  optionalField('visitTime', 19),
  optionalField('visitWay', 1, ['1', '2', '3', '4']),
  optionalField('visitResult', 1, ['1', '2', '3']),
  optionalField('verifyResult', 1, ['1', '2', '3', '4', '5']),
  optionalField('appealReason', 1000),
  optionalField('appealTime', 19),
  optionalField('appealResult', 1, ['0', '1']),
  optionalField('appealAuditor', 50),
  optionalField('rectifyMeasure', 1000),
  optionalField('rectifyResult', 1, ['1', '2', '3', '4']),
  optionalField('delayFlag', 1, ['0', '1']),
  optionalField('delayDate', 10),
  optionalField('delayReason', 500),
  optionalField('finishTime', 19),
  optionalField('overdueDays', 3),
  optionalField('feedbackTime', 19),
  optionalField('feedbackWay', 1, ['1', '2', '3', '4']),
  optionalField('feedbackText', 500),
  optionalField('appendLevel', 1, zhejiang.level.codes),
  optionalField('appendTime', 19),
  optionalField('warnLevel', 1, ['0', '1', '2']),
  optionalField('urgeCount', 2),
  optionalField('escalateLevel', 1, ['0', '1', '2', '3']),
  requiredField('publicFlag', 1, ['0', '1']),
  optionalField('publicText', 1000),
  optionalField('closedLoopAudit', 1, ['0', '1']),
  requiredField('workflow', 100_000),
  dataSource,
  revision,
];
