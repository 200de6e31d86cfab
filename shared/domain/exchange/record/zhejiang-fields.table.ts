/**
 * Fields of the Zhejiang interface (domain.md §2.2). Names, meanings and values were read in code;
 * lengths and what is required are inferred from GB/T 39046. `serviceNumber`, `serviceName`,
 * `serviceTime`, `resultDate` and `transactResult` come from the neighbouring formats (§2.2 回传, §2.5),
 * `revision` is ours.
 */
import { caseStages } from './center-codes.ts';
import type { Field } from './field.ts';
import { zhejiang } from './zhejiang.table.ts';

const must = (name: string, longest: number, codes?: readonly string[]): Field => ({
  name,
  longest,
  required: true,
  codes,
});

const may = (name: string, longest: number, codes?: readonly string[]): Field => ({
  name,
  longest,
  required: false,
  codes,
});

const revision = must('revision', 4);
const dataSource = must('dataSource', 3, ['133']);
const projectNo = must('projectNo', 50);
const serviceNumber = must('serviceNumber', 2);

const caseFields: readonly Field[] = [
  must('areaCode', 12),
  must('areaName', 100),
  must('deptCode', 18),
  must('taskCode', 50),
  must('taskName', 200),
  may('subMatter', 200),
  projectNo,
  must(
    'proStatus',
    1,
    caseStages.flatMap((stage) => zhejiang.caseStage.codeOf(stage) ?? []),
  ),
  must('proDepartCode', 32),
  must('proDepart', 100),
  must('proManager', 30),
  must('certkeyGOV', 18),
  must('userName', 100),
  must('userProp', 1, zhejiang.applicantKind.codes),
  must('promiseTime', 1, zhejiang.caseKind.codes),
  must('acceptDate', 19),
  dataSource,
  revision,
];

export const serviceFields: readonly Field[] = [
  ...caseFields,
  serviceNumber,
  must('serviceName', 10),
  must('serviceTime', 19),
];

export const finishFields: readonly Field[] = [
  ...caseFields,
  must('resultDate', 19),
  must('transactResult', 10),
];

export const ratingFields: readonly Field[] = [
  ...caseFields,
  serviceNumber,
  must('pf', 1, zhejiang.channel.codes),
  must('satisfaction', 1, zhejiang.level.codes),
  may('evalDetail', 200),
  may('writingEvaluation', 1000),
  must('assessTime', 19),
  must('assessNumber', 1, ['1', '2']),
];

export const withdrawFields: readonly Field[] = [
  projectNo,
  must('kind', 10, ['service', 'finish', 'step']),
  may('serviceNumber', 2),
  may('caseCode', 50),
  may('stepNumber', 5),
  must('reason', 300),
  dataSource,
  revision,
];

/** 差评整改 (§2.8): the whole format is a reconstruction. */
export const stepFields: readonly Field[] = [
  must('caseCode', 50),
  must('stepNumber', 5),
  projectNo,
  serviceNumber,
  must('assessNumber', 1, ['1', '2']),
  must('caseType', 1, ['1', '2', '3']),
  must('caseStatus', 3, '0 10 11 12 20 21 220 221 222 30 31 90 91'.split(' ')),
  must('areaCode', 12),
  must('deptCode', 18),
  must('deptName', 100),
  must('dealerId', 50),
  must('dealerName', 30),
  must('assignTime', 19),
  // Absent where the duty ended before the calendar of its year was known.
  may('visitDeadline', 19),
  may('rectifyDeadline', 19),
  may('visitTime', 19),
  may('visitWay', 1, ['1', '2', '3', '4']),
  may('visitResult', 1, ['1', '2', '3']),
  may('verifyResult', 1, ['1', '2', '3', '4', '5']),
  may('appealReason', 1000),
  may('appealTime', 19),
  may('appealResult', 1, ['0', '1']),
  may('appealAuditor', 50),
  may('rectifyMeasure', 1000),
  may('rectifyResult', 1, ['1', '2', '3', '4']),
  may('delayFlag', 1, ['0', '1']),
  may('delayDate', 10),
  may('delayReason', 500),
  may('finishTime', 19),
  may('overdueDays', 3),
  may('feedbackTime', 19),
  may('feedbackWay', 1, ['1', '2', '3', '4']),
  may('feedbackText', 500),
  may('appendLevel', 1, zhejiang.level.codes),
  may('appendTime', 19),
  may('warnLevel', 1, ['0', '1', '2']),
  may('urgeCount', 2),
  may('escalateLevel', 1, ['0', '1', '2', '3']),
  must('publicFlag', 1, ['0', '1']),
  may('publicText', 1000),
  may('closedLoopAudit', 1, ['0', '1']),
  must('workflow', 100_000),
  dataSource,
  revision,
];
