import { defaultPolicy } from '../../shared/domain/policy/shipped.ts';
import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { dayParameter, figureExample } from '../figures/contract.table.ts';
import { languageParameter } from '../language-parameter.ts';
import { pageParameters } from '../page-mode-parameters.ts';
import { Area } from '../primitive.ts';
import type { MethodView } from './method-view.ts';

const method: MethodView = {
  statement: '以下公式为本系统默认口径，并非浙江省官方公式。',
  measures: [
    {
      measure: 'good',
      name: '好评率',
      formula: '（主动评价数 − 差评数） ÷ （主动评价数 − “不予采纳”工单数）',
      numerator: { plus: ['rated'], less: ['bad'] },
      denominator: { plus: ['rated'], less: ['state:dismissed'] },
      note: '（主动评价数 − 差评数）÷ 有效评价数。',
      best: 'high',
      official: false,
    },
  ],
  averageScore: {
    name: '平均分',
    formula: 'Σ（各等级分值 × 该等级评价数）÷ 主动评价数',
  },
  policy: {
    version: 2,
    official: false,
    source: defaultPolicy.source.zh,
    badLevels: [{ level: 'dissatisfied', name: '不满意' }],
    scores: [{ level: 'very_satisfied', name: '非常满意', score: 10 }],
    terms: [{ clock: 'contact', name: '回访', amount: 1, unit: 'working_day' }],
    office: { dayStart: '08:30', cutOff: '17:30', dayEnd: '17:30' },
    receiptDay: 'as_received',
  },
  slots: [{ slot: 'rated', name: '主动评价数', countedOn: '评价（邀评）发生之日' }],
  calendars: [
    {
      year: 2018,
      notices: [
        {
          url: 'http://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm',
          number: '国办发明电〔2017〕12号',
        },
      ],
    },
  ],
  publication: ['窗口与个人的数据不公布。'],
};

export const openOperations = [
  {
    on: 'GET /v1/open/scores',
    id: 'openScores',
    to: 'public/public',
    audience: 'public',
    security: 'none',
    summary: { zh: '公开评价数据', en: 'Published scores' },
    description: {
      zh: '全市或某区域、其部门（至少有一条评价）及全市事项的公开指标，按整月公布；不含窗口与个人。默认为本年至今。',
      en: 'Published figures of the city or an area, of its departments with at least one rating, and of the matters of the city, in whole months; none of windows or persons. By default the year so far.',
    },
    parameters: [
      {
        name: 'area',
        in: 'query',
        schema: Area,
        words: { zh: '行政区划；默认为全市', en: 'Area; by default the whole city' },
        example: exampleCase.area,
      },
      dayParameter('from', '自该日所在月份起', 'From the month of this day'),
      dayParameter('to', '至该日所在月份止', 'To the month of this day'),
    ],
    answers: [
      {
        status: 200,
        words: { zh: '公开数据', en: 'The published figures' },
        content: {
          schema: 'OpenScores',
          example: {
            area: exampleCase.area,
            ...figureExample,
            areas: [],
            departments: [
              {
                key: exampleCase.department.creditCode,
                name: exampleCase.department.name,
                ...figureExample.total,
              },
            ],
            matters: [],
          },
        },
      },
    ],
    problems: problemsFor('openRead', ['invalid_input', 'span_not_possible', 'area_unknown']),
  },
  {
    on: 'GET /v1/open/method',
    id: 'openMethod',
    to: 'public/public',
    audience: 'public',
    security: 'none',
    summary: { zh: '统计口径', en: 'How the figures are calculated' },
    description: {
      zh: '每项公布指标的公式、分子与分母、现行规则的分值与时限、工作日计算依据与公布规则，与计算程序取自同一张表。',
      en: 'Formula, numerator and denominator of every published rate, scores and terms of the policy in force, the notices on working days, and what is published: from the same tables that the program calculates with.',
    },
    parameters: [languageParameter],
    answers: [
      {
        status: 200,
        words: { zh: '统计口径', en: 'The method' },
        content: { schema: 'MethodView', example: method },
      },
    ],
    problems: problemsFor('openRead', ['invalid_input']),
  },
  {
    on: 'GET /open/method',
    id: 'openMethodPage',
    to: 'public/public',
    audience: 'public',
    security: 'none',
    summary: { zh: '统计口径（网页）', en: 'How the figures are calculated (page)' },
    description: {
      zh: '与 /v1/open/method 相同的内容，供阅读。',
      en: 'The same content as /v1/open/method, as a page.',
    },
    parameters: pageParameters,
    answers: [
      {
        status: 200,
        words: { zh: '网页', en: 'A page' },
        content: { mediaType: 'text/html' },
      },
    ],
    problems: problemsFor('openRead'),
  },
] as const satisfies readonly Operation[];
