/**
 * 指标: every published rate as data, from which both its value and the method page are generated.
 * None of the formulas is an official one of Zhejiang, whose formulas and weights are not public.
 * They follow what other places publish, and policy sets the scores.
 */
import { satisfiedLevels } from '../rating/level.ts';
import type { Language } from '../text/language.ts';
import type { Slot } from './slot.ts';

export interface Measure {
  readonly names: Readonly<Record<Language, string>>;
  readonly numerator: readonly Slot[];
  readonly denominator: readonly Slot[];
  /** Subtracted from the sum of `numerator`. */
  readonly numeratorLess?: readonly Slot[];
  readonly denominatorLess?: readonly Slot[];
  /** Ranks the lowest value first; without it, the highest. */
  readonly best?: 'low';
  readonly note: Readonly<Record<Language, string>>;
}

export const measures = {
  participation: {
    names: { zh: '主动评价率', en: 'Participation' },
    numerator: ['rated'],
    denominator: ['contacts'],
    note: {
      zh: '首次主动评价数 ÷ 办结办件的可评价服务次数；评价可能晚于办结，短期内可超过 100%。默认评价不计入。',
      en: 'First ratings per contact of the finished cases; a rating may come after the case is finished, so a short span can exceed 100 %. Default ratings do not count.',
    },
  },
  good: {
    names: { zh: '好评率', en: 'Good ratings' },
    numerator: ['rated'],
    numeratorLess: ['bad'],
    denominator: ['rated'],
    denominatorLess: ['state:dismissed'],
    note: {
      zh: '（主动评价数 − 差评数）÷ 有效评价数；有效评价数为主动评价数减去经审核不予采纳的差评。',
      en: 'Ratings that are not bad, per valid rating; valid ratings are all but the bad ones dismissed after review.',
    },
  },
  bad: {
    names: { zh: '差评率', en: 'Bad ratings' },
    numerator: ['bad'],
    numeratorLess: ['state:dismissed'],
    denominator: ['rated'],
    denominatorLess: ['state:dismissed'],
    best: 'low',
    note: {
      zh: '有效差评数 ÷ 有效评价数。',
      en: 'Valid bad ratings per valid rating.',
    },
  },
  contacted: {
    names: { zh: '差评回访率', en: 'Bad ratings contacted' },
    numerator: ['contact:on_time', 'contact:late'],
    denominator: ['contact:on_time', 'contact:late', 'contact:missed'],
    note: {
      zh: '已回访数 ÷ 应回访数；未到期且尚未回访的不计入分母。',
      en: 'Raters contacted, of those contacted or due to be contacted.',
    },
  },
  contacted_in_time: {
    names: { zh: '按期回访率', en: 'Contacted in time' },
    numerator: ['contact:on_time'],
    denominator: ['contact:on_time', 'contact:late', 'contact:missed'],
    note: { zh: '按期回访数 ÷ 应回访数。', en: 'Raters contacted within the term, of the same.' },
  },
  rectified_in_time: {
    names: { zh: '按期整改率', en: 'Rectified in time' },
    numerator: ['rectify:on_time'],
    denominator: ['rectify:on_time', 'rectify:late', 'rectify:missed'],
    note: {
      zh: '按期提交整改数 ÷ 已到期或已提交整改数；列入整改台账的不计为已整改。',
      en: 'Rectifications submitted within the term, of those submitted or due; an entry on the rectification register does not count as rectified.',
    },
  },
  closed: {
    names: { zh: '差评整改率', en: 'Bad ratings closed' },
    numerator: ['state:closed'],
    denominator: ['bad'],
    denominatorLess: ['state:dismissed'],
    note: {
      zh: '通过闭环审核的工单数 ÷ 有效差评数。',
      en: 'Tickets closed after review, per valid bad rating.',
    },
  },
  satisfied_after: {
    names: { zh: '追评满意率', en: 'Satisfied after the answer' },
    numerator: satisfiedLevels.map((level) => `follow_up:${level}` as const),
    denominator: ['follow_up'],
    note: {
      zh: '追评为基本满意及以上的数量 ÷ 追评数。',
      en: 'Follow-up ratings of basically satisfied or better, per follow-up.',
    },
  },
  appeals_ruled: {
    names: { zh: '申诉核实率', en: 'Appeals ruled on' },
    numerator: ['granted:invalid', 'refused:invalid'],
    denominator: ['claim:invalid'],
    note: { zh: '已审核的差评申诉数 ÷ 差评申诉数。', en: 'Appeals ruled on, per appeal.' },
  },
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureName = keyof typeof measures;
