import * as z from 'zod/mini';

import { defaultPolicy } from '../../shared/domain/policy/policy.ts';
import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { Area } from '../primitive.ts';
import type { MethodView } from '../public/method-view.ts';

const languageParameter: Parameter = {
  name: 'lang',
  in: 'query',
  schema: z.enum(['zh', 'en']),
  words: {
    zh: '语言；默认按 Accept-Language',
    en: 'Language; by default as Accept-Language asks',
  },
  example: 'zh',
};

const office = 'application/vnd.openxmlformats-officedocument';

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
    version: 1,
    official: false,
    source: defaultPolicy.source.zh,
    badLevels: [{ level: 'dissatisfied', name: '不满意' }],
    scores: [{ level: 'very_satisfied', name: '非常满意', score: 10 }],
    terms: [{ clock: 'contact', name: '回访', amount: 1, unit: 'working_day' }],
    office: { dayStart: '08:30', cutOff: '17:30', dayEnd: '17:30' },
  },
  slots: [{ slot: 'rated', name: '主动评价数', countedOn: '评价（邀评）发生之日' }],
  calendars: [
    { year: 2018, notices: ['http://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm'] },
  ],
  publication: ['窗口与个人的数据不公布。'],
};

export const bulletinOperations = [
  {
    on: 'GET /v1/bulletins/{period}/{format}',
    id: 'showBulletin',
    to: 'bulletin/staff',
    audience: 'staff',
    security: 'bearer',
    roles: ['supervisor', 'auditor', 'system_admin'],
    summary: { zh: '情况通报', en: 'Monthly bulletin' },
    description: {
      zh: '全市或某区域一个月的情况通报：总体情况与上月比较、每日情况、等级与渠道、区域与部门按每项指标的排名（同值并列，附分子分母）、差评事项、差评整改与按期办理情况、整改台账、评价覆盖情况、口径说明。xlsx 含原生图表，docx 可直接编辑，html 可打印为 A4。当月尚未结束的，取截至目前的数据并注明。',
      en: 'One month of the city or an area: overview compared with the month before, days, levels and channels, areas and departments ranked by every rate (with ties, numerator and denominator), matters with bad ratings, rectification and terms, rectification register, coverage, method. xlsx has native charts, docx can be edited, html prints on A4. A month that has not ended gives its figures so far and says so.',
    },
    parameters: [
      {
        name: 'period',
        in: 'path',
        schema: z.string(),
        words: { zh: '月份 YYYY-MM', en: 'Month, YYYY-MM' },
        example: '2026-11',
      },
      {
        name: 'format',
        in: 'path',
        schema: z.enum(['xlsx', 'docx', 'html']),
        words: { zh: '文件格式', en: 'File format' },
        example: 'xlsx',
      },
      {
        name: 'area',
        in: 'query',
        schema: Area,
        words: {
          zh: '行政区划；默认为本人所在区域',
          en: 'Area; by default the reader’s own',
        },
        example: exampleCase.area,
      },
      languageParameter,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '电子表格', en: 'A workbook' },
        content: { mediaType: `${office}.spreadsheetml.sheet` },
      },
      {
        status: 200,
        words: { zh: '文字材料', en: 'A document' },
        content: { mediaType: `${office}.wordprocessingml.document` },
      },
      {
        status: 200,
        words: { zh: '可打印网页', en: 'A printable page' },
        content: { mediaType: 'text/html' },
      },
    ],
    problems: problemsFor('staffRead', ['invalid_input', 'out_of_scope', 'month_not_begun']),
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
    problems: problemsFor('openRead'),
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
    parameters: [languageParameter],
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
