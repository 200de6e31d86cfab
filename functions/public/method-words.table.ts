import type { Words } from '../../events/contract.ts';

export const methodWords = {
  heading: { zh: '统计口径', en: 'How the figures are reckoned' },
  statement: {
    zh: '以下公式为本系统默认口径，由计算程序所用的同一张表生成；并非浙江省官方公式，官方公式与权重未公开。每个公布的比率均附分子与分母。',
    en: 'These formulas are defaults of this system, written from the very table that the program reckons by. They are not official ones of Zhejiang, whose formulas and weights are not public. Every published rate shows its numerator and denominator.',
  },
  measures: { zh: '指标公式', en: 'Rates' },
  measure: { zh: '指标', en: 'Measure' },
  formula: { zh: '公式', en: 'Formula' },
  note: { zh: '说明', en: 'Note' },
  score: { zh: '平均分', en: 'Average score' },
  scoreFormula: {
    zh: 'Σ（各等级分值 × 该等级评价数）÷ 主动评价数',
    en: 'Σ (score of a level × ratings of that level) ÷ ratings by residents',
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
  contact: { zh: '回访', en: 'Contact the resident' },
  rectify: { zh: '整改', en: 'Put right and answer' },
  redo: { zh: '退回重办', en: 'Again, after a return' },
  review: { zh: '审核', en: 'Review' },
  working_day: { zh: '个工作日', en: 'working day(s)' },
  calendar_day: { zh: '个自然日', en: 'calendar day(s)' },
  office: {
    zh: '工作时间 {dayStart}–{dayEnd}（北京时间），{cutOff} 后收到的从下一工作日起算。',
    en: 'Office hours {dayStart}–{dayEnd} in Shanghai; what comes after {cutOff} counts from the next working day.',
  },
  slots: { zh: '计数项目', en: 'What is counted' },
  slot: { zh: '项目', en: 'Item' },
  code: { zh: '代码', en: 'Code' },
  countedOn: { zh: '计入日期', en: 'Counted on' },
  calendars: { zh: '工作日历依据', en: 'Notices that the working days follow' },
  year: { zh: '年份', en: 'Year' },
  notices: { zh: '国务院办公厅通知', en: 'Notices of the State Council' },
  publication: { zh: '公布规则', en: 'What is published' },
} as const satisfies Readonly<Record<string, Words>>;

export const publicationRules: readonly Words[] = [
  {
    zh: '公布全市、各区域、各部门与各事项的整月数据；部门与事项须至少有一条主动评价。',
    en: 'Whole months of the city, its areas, departments and matters; of departments and matters those that a resident rated.',
  },
  {
    zh: '窗口与个人的数据不公布。',
    en: 'Nothing of single windows or people is published.',
  },
  {
    zh: '默认评价不产生、不代填；上游传来的默认评价单独计数，不计入任何公布的比率。',
    en: 'This system makes no default rating. One received from another system is counted apart and enters no published rate.',
  },
  {
    zh: '经审核不予采纳的差评仍保留在主动评价数与差评数中，从有效评价数与有效差评数中扣除。',
    en: 'A bad rating that was dismissed after review stays among the ratings and the bad ratings, and is taken off the valid ones.',
  },
  {
    zh: '工单各项计入其差评当日，以后的办理会改变以往月份的数值。',
    en: 'All of a ticket stands on the day of its bad rating, so that later work changes the numbers of earlier months.',
  },
  {
    zh: '各项计数可由原始记录重新计算并逐项比对；差异会列出，不会抹平。',
    en: 'Every count can be made again from the records themselves; a difference is shown, never smoothed away.',
  },
];
