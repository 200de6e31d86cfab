import * as z from 'zod/mini';

import { averageScore, ratesOf } from '../../shared/domain/figures/measure.ts';
import { defaultScores } from '../../shared/domain/rating/level.ts';
import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { Day } from '../primitive.ts';
import { Split } from './view.ts';

const countedUntil = '2026-11-20T17:20:00.000+08:00';
const span = { from: '2026-11-01', to: '2026-11-30' } as const;

const counts = {
  finished: 1180,
  contacts: 1240,
  invited: 1105,
  rated: 962,
  'rated:very_satisfied': 901,
  'rated:satisfied': 52,
  'rated:basically_satisfied': 5,
  'rated:dissatisfied': 3,
  'rated:very_dissatisfied': 1,
  'rated_by:qr': 640,
  'rated_by:pad': 322,
  bad: 4,
  'bad_by:qr': 4,
  'state:closed': 2,
  'state:rectifying': 1,
  'state:dismissed': 1,
  'contact:on_time': 4,
  'rectify:on_time': 2,
  'claim:invalid': 1,
  'granted:invalid': 1,
  follow_up: 1,
  'follow_up:satisfied': 1,
  'proof:applicant_matched': 210,
  'proof:link': 430,
  'proof:pad': 322,
  'proof:receipt': 1,
};

const line = {
  counts,
  rates: ratesOf(counts),
  averageScore: averageScore(counts, defaultScores),
};

export const figureExample = {
  ...span,
  countedUntil,
  scores: defaultScores,
  total: line,
};

export const dayParameter = (name: 'from' | 'to', zh: string, en: string): Parameter => ({
  name,
  in: 'query',
  schema: Day,
  words: { zh, en },
  example: span[name],
});

const scopeParameter: Parameter = {
  name: 'scope',
  in: 'query',
  schema: z.string(),
  words: {
    zh: '统计范围 <类型>:<编码>：city:330600、area:<区划>、department:<信用代码>、hall:<大厅>、window:<大厅>/<窗口>、matter:<事项编码>、staff:<信用代码>/<工号>；后三类前可加“<区划>/”，只统计该区划内的数据，不加则为部门或事项所属各区划之和；默认为本人可见范围',
    en: '<kind>:<id>: city:330600, area:<code>, department:<credit code>, hall:<hall>, window:<hall>/<window>, matter:<code>, staff:<credit code>/<staff id>; the last three with <area>/ in front are what happened in that area, without it the sum over the areas of the department or matter; by default what the caller oversees',
  },
  example: `department:${exampleCase.department.creditCode}`,
};

const splitParameter: Parameter = {
  name: 'by',
  in: 'query',
  schema: z._default(Split, 'none'),
  words: {
    zh: '细分方式；经办人仅督办与审计可见；事项数据按全市统计，只能在全市范围内细分',
    en: 'How to split; staff only for supervisors and auditors; matters are counted for the whole city, so only the city splits into matters',
  },
  example: 'month',
};

export const figureOperations = [
  {
    on: 'GET /v1/figures',
    id: 'showFigures',
    to: 'figures/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '统计数据', en: 'Figures' },
    description: {
      zh: '某一统计范围在一段日期内的各项计数与指标，每个比率均附分子与分母。办件计入办结日，评价计入收到日，工单各项计入其差评当日及被评部门。最长 366 天；默认为本月。',
      en: 'Counts and rates of a scope over a span of days, every rate with its numerator and denominator. Cases count on the day they were finished, ratings on the day they were received, tickets on the day of their bad rating and for the rated department. At most 366 days; by default the month so far.',
    },
    parameters: [
      scopeParameter,
      dayParameter(
        'from',
        '起始日期；默认为本月首日',
        'First day; by default the first of the month',
      ),
      dayParameter('to', '截止日期（含）；默认为今天', 'Last day, included; by default today'),
      splitParameter,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '统计数据', en: 'The figures' },
        content: {
          schema: 'FiguresView',
          example: {
            scope: { kind: 'department', id: exampleCase.department.creditCode },
            ...span,
            by: 'month',
            countedUntil,
            scores: defaultScores,
            total: line,
            lines: [{ key: '2026-11', ...line }],
          },
        },
      },
    ],
    problems: problemsFor('staffRead', [
      'invalid_input',
      'out_of_scope',
      'span_not_possible',
      'scope_unknown',
      'split_not_possible',
      'too_many_figures',
      'area_unknown',
    ]),
  },
  {
    on: 'GET /v1/figures/recount',
    id: 'recountFigures',
    to: 'figures/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '数据复核', en: 'Recount' },
    description: {
      zh: '从原始办件、邀评、评价与工单重新统计，与现有统计数据按日、按月逐项比对；未指定统计范围的，比对全部统计范围，限市级人员。最长 31 天。countedUntil 之后的变化可能尚未计入，显示为差异。',
      en: 'Counts a span again from the source cases, invitations, ratings and tickets and compares every item by day and month; without a scope all scopes, for city staff only. At most 31 days. Changes after countedUntil may not be counted yet and then show as differences.',
    },
    parameters: [
      dayParameter('from', '起始日期', 'First day'),
      dayParameter('to', '截止日期（含）', 'Last day, included'),
      scopeParameter,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '比对结果', en: 'The result' },
        content: {
          schema: 'RecountView',
          example: {
            ...span,
            scope: null,
            recountedAt: '2026-11-20T17:21:00.000+08:00',
            countedUntil,
            read: { cases: 1180, invitations: 1105, ratings: 963, tickets: 4 },
            compared: 214,
            equal: false,
            differences: [
              {
                scope: { kind: 'area', id: exampleCase.area },
                period: '2026-11-20',
                slot: 'rated',
                counted: 61,
                recounted: 62,
              },
            ],
            differencesInAll: 1,
          },
        },
      },
    ],
    problems: problemsFor('staffRead', [
      'invalid_input',
      'out_of_scope',
      'span_not_possible',
      'scope_unknown',
      'area_unknown',
    ]),
  },
] as const satisfies readonly Operation[];
