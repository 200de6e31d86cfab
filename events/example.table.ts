/** One invented case, used in every example of the contract. */
import type { Parameter } from './contract.ts';
import { ProjectNo } from './primitive.ts';

export const exampleCase = {
  projectNo: '330602261120000000017',
  serviceNumber: 1,
  area: '330602',
  matter: { code: '11330602MB1A2B3C463330190010000', name: '公司设立登记' },
  department: {
    creditCode: '11330602MB1A2B3C46',
    orgCode: '001008006007014',
    name: '越城区市场监督管理局',
  },
  contact: {
    serviceNumber: 1,
    service: 'accept',
    at: '2026-11-20T09:12:00+08:00',
    hall: '330602-H1',
    window: 'A03',
    staff: { id: 'YC-0231', name: '王示例' },
  },
} as const;

export const exampleReceipt = '330602261120000000017-1-7K3M9QX2T4BN';

export const exampleClientRef = '0b8f6a52-3c1d-4e7f-9a40-6d2c51e8b7f3';

/** Has the format of a token; nobody issued it. */
export const exampleToken = 'FHsByzh_okAEQJm6GdAACAAAAGV4YW1wbGUgb25seQ';

export const exampleIndicators = {
  version: 2,
  levels: [
    {
      level: 'dissatisfied',
      name: '不满意',
      reasonRequired: true,
      indicators: [{ code: '209', text: '未在承诺时间内办结', set: 'base' }],
    },
  ],
} as const;

export const exampleIndicatorsEnglish = {
  version: 2,
  levels: [
    {
      level: 'dissatisfied',
      name: 'Dissatisfied',
      reasonRequired: true,
      indicators: [{ code: '209', text: 'Not finished within the promised time', set: 'base' }],
    },
  ],
} as const;

const countedDays = [
  {
    date: '2026-11-20',
    weekday: 5,
    counts: false,
    because: 'receipt_day',
    text: '11月20日（星期五）不计入：收到当日',
  },
  {
    date: '2026-11-21',
    weekday: 6,
    counts: false,
    because: 'weekend',
    text: '11月21日（星期六）不计入：周末休息',
  },
  {
    date: '2026-11-22',
    weekday: 7,
    counts: false,
    because: 'weekend',
    text: '11月22日（星期日）不计入：周末休息',
  },
  {
    date: '2026-11-23',
    weekday: 1,
    counts: true,
    because: 'weekday',
    number: 1,
    text: '11月23日（星期一）计入：工作日',
  },
] as const;

export const exampleContactCount = {
  sentence:
    '2026年11月20日（星期五）09:41收到，当日不计入；期限1个工作日。周末休息2天不计入。截止时间为2026年11月23日（星期一）17:30。',
  days: countedDays,
} as const;

/** The days of the long term are shortened here; an answer lists every one. */
export const exampleRectifyCount = {
  sentence:
    '2026年11月20日（星期五）09:41收到，当日不计入；期限15个工作日。周末休息6天不计入。截止时间为2026年12月11日（星期五）17:30。',
  days: countedDays,
} as const;

export const projectNoParameter: Parameter = {
  name: 'projectNo',
  in: 'path',
  schema: ProjectNo,
  words: { zh: '办件统一编号', en: 'Case number' },
  example: exampleCase.projectNo,
};
