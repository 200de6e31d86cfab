import type { Words } from '../../events/contract.ts';

export const methodWords = {
  heading: { zh: '统计口径', en: 'How the figures are calculated' },
  statement: {
    zh: '以下公式为本系统默认口径，与计算程序取自同一张表；并非浙江省官方公式，官方公式与权重未公开。每个公布的比率均附分子与分母。',
    en: 'These formulas are defaults of this system and come from the same table that the program calculates with. They are not the official ones of Zhejiang, which are not public. Every published rate shows its numerator and denominator.',
  },
  measures: { zh: '指标公式', en: 'Rates' },
  measure: { zh: '指标', en: 'Measure' },
  formula: { zh: '公式', en: 'Formula' },
  note: { zh: '说明', en: 'Note' },
  score: { zh: '平均分', en: 'Average score' },
  scoreFormula: {
    zh: 'Σ（各等级分值 × 该等级评价数）÷ 主动评价数',
    en: 'Σ (score of a level × ratings of that level) ÷ ratings received',
  },
  level: { zh: '等级', en: 'Level' },
  points: { zh: '分值', en: 'Score' },
  bad: { zh: '是否差评', en: 'Counts as bad' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  policy: { zh: '现行规则', en: 'The policy in force' },
  version: { zh: '规则版本', en: 'Policy version' },
  default: { zh: '默认配置，非官方规定', en: 'a default, not an official rule' },
  official: { zh: '官方规定', en: 'official' },
  terms: { zh: '办理时限', en: 'Terms' },
  term: { zh: '时限', en: 'Term' },
  amount: { zh: '期限', en: 'Length' },
  contact: { zh: '回访', en: 'Contact the rater' },
  rectify: { zh: '整改', en: 'Rectify and answer' },
  redo: { zh: '退回重办', en: 'Redo after a return' },
  review: { zh: '审核', en: 'Review' },
  working_day: { zh: '个工作日', en: 'working day(s)' },
  calendar_day: { zh: '个自然日', en: 'calendar day(s)' },
  office: {
    zh: '工作时间 {dayStart}–{dayEnd}（北京时间）。收到当日不计入期限，从次一工作日起算。',
    en: 'Office hours {dayStart}–{dayEnd} (Shanghai time). The day of receipt is not counted; the next working day is day 1.',
  },
  as_received: {
    zh: '工作时间以外或休息日收到的，以实际收到之日为收到当日。',
    en: 'What arrives after hours or on a day off is received on the day on which it arrives.',
  },
  working_day_received: {
    zh: '{cutOff} 后或休息日收到的，以次一工作日为收到当日。',
    en: 'What arrives after {cutOff} or on a day off is received on the next working day.',
  },
  slots: { zh: '计数项目', en: 'What is counted' },
  slot: { zh: '项目', en: 'Item' },
  code: { zh: '代码', en: 'Code' },
  countedOn: { zh: '计入日期', en: 'Counted on' },
  calendars: { zh: '工作日计算依据', en: 'Notices on working days' },
  year: { zh: '年份', en: 'Year' },
  notices: { zh: '国务院办公厅通知', en: 'Notices of the State Council' },
  publication: { zh: '公布规则', en: 'What is published' },
} as const satisfies Readonly<Record<string, Words>>;

export const publicationRules: readonly Words[] = [
  {
    zh: '公布全市、各区域、各部门与各事项的整月数据；部门与事项须至少有一条主动评价。',
    en: 'Whole months of the city, its areas, departments and matters; departments and matters need at least one rating.',
  },
  {
    zh: '窗口与个人的数据不公布。',
    en: 'No data of single windows or persons is published.',
  },
  {
    zh: '本系统不产生、不代填默认评价；外部系统传来的默认评价单独计数，不计入任何公布的比率。',
    en: 'This system makes no default ratings. Those received from other systems are counted apart and count in no published rate.',
  },
  {
    zh: '评价数（含追评）按评价证明等级分别公布，各等级合计等于主动评价数与追评数之和。',
    en: 'Ratings and follow-ups are also published by what shows that the resident gave them; the classes add up to ratings received plus follow-ups.',
  },
  {
    zh: '经审核不予采纳的差评仍保留在主动评价数与差评数中，从有效评价数与有效差评数中扣除。',
    en: 'A bad rating dismissed after review stays among the ratings and the bad ratings, and is subtracted from the valid ones.',
  },
  {
    zh: '工单各项计入其差评当日，后续办理会使以往月份的数值发生变化。',
    en: 'Tickets count on the day of their bad rating, so later work changes the figures of earlier months.',
  },
  {
    zh: '各项计数可由原始记录进行数据复核、逐项比对；差异如实列出。',
    en: 'Every count can be verified against the source records; any difference is listed.',
  },
];
