/**
 * 存疑: what another system or a pad says of a rating that happened there, and that this system cannot
 * read or believe. Such a rating is stored as it came, with its doubts; only a rating that is given
 * here can be refused for them.
 */
import type { Language } from '../text/language.ts';

export const doubtCodes = [
  'reason_missing', // 差评未附原因
  'unknown_indicator',
  'retired_indicator',
  'indicator_of_other_level',
  'duplicate_indicator',
  'unreadable_indicator',
  'unknown_channel',
  'implausible_time',
  'unreadable_time',
  'number_differs',
  'contact_assumed',
  'several_levels',
  'contact_stated',
  'level_stated',
  'tags_stated',
  'words_stated',
  'time_stated',
  'channel_stated',
  'words_cut',
  'words_damaged',
  'words_in_other_form',
  'words_unreadable',
  'consent_unreadable',
  'member_twice',
  'pad_was_revoked',
] as const;
type DoubtCode = (typeof doubtCodes)[number];

export interface Doubt {
  readonly code: DoubtCode;
  /** What came, as far as it is a short value and not a text of the rater. */
  readonly sent?: string | undefined;
}

/** A part of a rating, with what is to be said about it. */
export interface Part<T> {
  readonly value: T;
  readonly doubts: readonly Doubt[];
  /** False: value and doubts do not contain everything that came. */
  readonly complete?: boolean;
}

const doubtNames: Readonly<Record<DoubtCode, Readonly<Record<Language, string>>>> = {
  reason_missing: { zh: '差评未附原因', en: 'A bad rating without a reason' },
  unknown_indicator: { zh: '评价指标不在指标表中', en: 'The indicator is in no table' },
  retired_indicator: { zh: '评价指标已停用', en: 'The indicator is retired' },
  indicator_of_other_level: {
    zh: '评价指标不属于该满意度',
    en: 'The indicator belongs to another level',
  },
  duplicate_indicator: { zh: '评价指标重复', en: 'The indicator came more than once' },
  unreadable_indicator: { zh: '评价指标无法识别', en: 'The indicator cannot be read' },
  unknown_channel: { zh: '评价渠道不明', en: 'The channel is unknown' },
  implausible_time: { zh: '评价时间不合理', en: 'The time of the rating is implausible' },
  unreadable_time: { zh: '评价时间无法识别', en: 'The time of the rating cannot be read' },
  number_differs: {
    zh: '评价次数与推送类型不符',
    en: 'The number of the rating differs from its operation',
  },
  contact_assumed: {
    zh: '未注明所评的服务，按时间推定',
    en: 'It names no contact; the contact is assumed by the time',
  },
  several_levels: {
    zh: '给出了多个不同的满意度，以第一个为准',
    en: 'It has several levels that differ; the first one is taken',
  },
  contact_stated: {
    zh: '所评的办件或服务无法识别，由两人核定',
    en: 'The case or the contact could not be read; two persons stated it',
  },
  level_stated: {
    zh: '满意度无法识别，由两人核定',
    en: 'The level could not be read; two persons stated it',
  },
  tags_stated: {
    zh: '评价指标无法识别，由两人核定',
    en: 'The indicators could not be read; two persons stated them',
  },
  words_stated: {
    zh: '评价文字无法识别，由两人核定',
    en: 'The text could not be read; two persons stated it',
  },
  time_stated: {
    zh: '评价时间无法识别，由两人核定',
    en: 'The time of the rating could not be read; two persons stated it',
  },
  channel_stated: {
    zh: '评价渠道无法识别，由两人核定',
    en: 'The channel could not be read; two persons stated it',
  },
  words_cut: { zh: '评价文字过长，仅保存开头', en: 'Only the beginning of the text is kept' },
  words_damaged: { zh: '评价文字含残缺字符', en: 'The text contains damaged characters' },
  words_in_other_form: {
    zh: '评价文字的格式与约定不同，其中的文字全部保存',
    en: 'The text came in another form; all words in it are kept',
  },
  words_unreadable: { zh: '评价文字无法识别', en: 'The text cannot be read' },
  consent_unreadable: {
    zh: '是否同意联系无法识别，按不同意处理',
    en: 'Whether the rater may be contacted cannot be read; taken as no',
  },
  member_twice: {
    zh: '同一成员出现多次，未作取舍，原文留存',
    en: 'A member came more than once; none was chosen, and the original is kept',
  },
  pad_was_revoked: {
    zh: '评价时评价器处于停用期间',
    en: 'The pad was revoked at the time of the rating',
  },
};

/** Returns the doubts of a rating in words, for staff. */
export const doubtsView = (doubts: readonly Doubt[] = [], language: Language) =>
  doubts.map(({ code, sent }) => ({
    code,
    text: doubtNames[code][language],
    ...(sent !== undefined && { sent }),
  }));
