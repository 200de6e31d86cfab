import * as z from 'zod/mini';

import type { Operation } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { Day } from '../primitive.ts';
import { auditOperations } from './audit-contract.table.ts';
import { coverageOperation, unlistedOperation } from './coverage-contract.table.ts';
import { lightNames } from './light-name.ts';
import { areaParameter, listProblems } from './list-parameters.ts';
import { overseenPadOperations } from './pad-contract.table.ts';
import { registerOperations } from './register-contract.table.ts';
import { stepProblems } from './view.ts';

const { area, department, matter } = exampleCase;

const caseOperation = {
  on: 'GET /v1/oversight/cases',
  id: 'overseeCases',
  to: 'oversight/staff',
  audience: 'staff',
  security: 'bearer',
  summary: { zh: '承诺时限黄灯与红灯', en: 'Promised cases by light' },
  description: {
    zh: '未办结的承诺件：red 为已超过承诺时限，yellow 为剩余工作时间不足五分之一，suspended 为因特别程序中止计时，pending 为待公布节假日安排、暂不能确定期限。依法延长、中止的时间已计入。各区域依次列出，区域内最早需要关注的在前；读取时按最新节假日安排重新计算。承办人员只能查看本部门。一页可能不满，但仍带有 cursor。',
    en: 'Unfinished promised cases: red past the promised term, yellow with less than a fifth of its working time left, suspended by a special procedure, pending while the holiday notice of a year is awaited. Extensions and suspensions are counted. Area by area, what needed attention first comes first, counted by the latest calendar. Handlers see their own department. A page may be short and still have a cursor.',
  },
  parameters: [
    {
      name: 'light',
      in: 'query',
      schema: z._default(z.enum(lightNames), 'red'),
      words: { zh: '灯别；默认红灯', en: 'Which light; red by default' },
      example: 'yellow',
    },
    areaParameter,
    ...pageParameters,
  ],
  answers: [
    {
      status: 200,
      words: { zh: '办件', en: 'The cases' },
      content: {
        schema: 'PromisedCases',
        example: {
          cases: [
            {
              projectNo: exampleCase.projectNo,
              matter,
              department: { creditCode: department.creditCode, name: department.name },
              area,
              acceptedAt: '2026-11-13T09:12:00.000+08:00',
              promise: {
                workingDays: 5,
                light: 'yellow',
                dueOn: '2026-11-20',
                dueAt: '2026-11-20T17:30:00.000+08:00',
                yellowAt: '2026-11-19T15:50:24.000+08:00',
                overdue: false,
              },
            },
          ],
          cursor: null,
        },
      },
    },
  ],
  problems: listProblems,
} as const satisfies Operation;

const stepOperation = {
  on: 'GET /v1/oversight/steps',
  id: 'overseeSteps',
  to: 'oversight/staff',
  audience: 'staff',
  security: 'bearer',
  summary: { zh: '环节监督', en: 'Oversight of steps' },
  description: {
    zh: '按环节监督未办结的办件：late 为有环节超过自身时限，irregular 为缺少环节、环节顺序颠倒、特别程序不规范等；给出 finishedOn 时为该日办结的办件。环节时限由报送系统在 step.workingDays 中给出，中止期间不计。承办人员只能查看本部门。一页可能不满，但仍带有 cursor。',
    en: 'Unfinished cases by their steps: late with a step past its own term, irregular with missing steps, steps out of order, or special procedures that do not fit; with finishedOn the cases finished on that day. The term of a step is what the source sent in step.workingDays; suspended time does not count. Handlers see their own department. A page may be short and still have a cursor.',
  },
  parameters: [
    {
      name: 'problem',
      in: 'query',
      schema: z._default(z.enum(stepProblems), 'late'),
      words: { zh: '问题类别；默认环节超时', en: 'Which problem; late steps by default' },
      example: 'irregular',
    },
    {
      name: 'finishedOn',
      in: 'query',
      schema: Day,
      words: { zh: '办结日期；默认未办结', en: 'Day of the end; by default unfinished cases' },
      example: '2026-11-19',
    },
    areaParameter,
    ...pageParameters,
  ],
  answers: [
    {
      status: 200,
      words: { zh: '办件', en: 'The cases' },
      content: {
        schema: 'OverseenSteps',
        example: {
          cases: [
            {
              projectNo: exampleCase.projectNo,
              matter,
              department: { creditCode: department.creditCode, name: department.name },
              area,
              state: 'handling',
              lateSteps: [
                {
                  eventId: 'HJ-2026-1120-0017-02',
                  name: '审查',
                  from: '2026-11-13T09:12:00.000+08:00',
                  to: null,
                  workingDays: 2,
                  light: 'red',
                  dueAt: '2026-11-17T17:30:00.000+08:00',
                },
              ],
              irregularities: [
                {
                  code: 'step_missing',
                  words: {
                    zh: '缺少环节：请补报该环节的事件',
                    en: 'A stage is missing: report its event',
                  },
                  stage: 'examine',
                },
              ],
            },
          ],
          cursor: null,
        },
      },
    },
  ],
  problems: listProblems,
} as const satisfies Operation;

export const oversightOperations = [
  caseOperation,
  stepOperation,
  ...overseenPadOperations,
  ...registerOperations,
  coverageOperation,
  unlistedOperation,
  ...auditOperations,
] as const satisfies readonly Operation[];
