import * as z from 'zod/mini';

import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { languageParameter } from '../language-parameter.ts';
import { Area } from '../primitive.ts';

const office = 'application/vnd.openxmlformats-officedocument';

export const bulletinOperations = [
  {
    on: 'GET /v1/bulletins/{period}/{format}',
    id: 'showBulletin',
    to: 'bulletin/staff',
    audience: 'staff',
    security: 'bearer',
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
    problems: problemsFor('staffRead', [
      'invalid_input',
      'out_of_scope',
      'month_not_begun',
      'area_unknown',
    ]),
  },
] as const satisfies readonly Operation[];
