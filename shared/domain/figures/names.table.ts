import type { ContestState } from '../rating/contest/contest-state.ts';
import type { Language } from '../text/language.ts';
import type { ClaimKind } from '../ticket/claim-kind.ts';
import type { PlainSlot } from './slot.ts';

export type Words = Readonly<Record<Language, string>>;

/** The day on which a slot is counted. */
export const slotDays = {
  finished: { zh: '办件办结之日', en: 'the day the case was finished' },
  came: { zh: '评价（邀评）发生之日', en: 'the day of the rating or invitation' },
  bad: { zh: '所属差评作出之日', en: 'the day of the bad rating that opened the ticket' },
} as const satisfies Readonly<Record<string, Words>>;

export type SlotDay = keyof typeof slotDays;

/** The name of a slot, and the day on which it counts, as defined in `slot.ts`. */
export interface SlotWords extends Words {
  readonly on: SlotDay;
}

/** The slots with a name of their own; the names of the others follow from their members. */
export const plainSlotNames: Readonly<Record<PlainSlot, SlotWords>> = {
  finished: { zh: '办结件数', en: 'Cases finished', on: 'finished' },
  contacts: { zh: '可评价服务次数', en: 'Contacts that can be rated', on: 'finished' },
  invited: { zh: '已邀评服务次数', en: 'Contacts invited', on: 'came' },
  rated: { zh: '主动评价数', en: 'Ratings received', on: 'came' },
  default_received: {
    zh: '外部系统默认评价数',
    en: 'Default ratings from other systems',
    on: 'came',
  },
  bad: { zh: '差评数', en: 'Bad ratings', on: 'came' },
  'contact:on_time': { zh: '按期回访数', en: 'Contacted in time', on: 'bad' },
  'contact:late': { zh: '超期回访数', en: 'Contacted late', on: 'bad' },
  'contact:missed': { zh: '到期未回访数', en: 'Due and not contacted', on: 'bad' },
  'rectify:on_time': { zh: '按期整改数', en: 'Rectified in time', on: 'bad' },
  'rectify:late': { zh: '超期整改数', en: 'Rectified late', on: 'bad' },
  'rectify:missed': { zh: '到期未整改数', en: 'Due and not rectified', on: 'bad' },
  hardship: { zh: '累计列入台账数', en: 'Ever on the rectification register', on: 'bad' },
  returns: { zh: '退回重办次数', en: 'Returns', on: 'bad' },
  follow_up: { zh: '追评数', en: 'Follow-up ratings', on: 'came' },
  round_two: { zh: '二次整改数', en: 'Second rectifications', on: 'bad' },
};

export const claimNames: Readonly<Record<ClaimKind, Words>> = {
  invalid: { zh: '差评申诉', en: 'Appeals against a rating' },
  hardship: { zh: '列入台账申请', en: 'Requests for the register' },
  extension: { zh: '延期申请', en: 'Extension requests' },
};

/** Of the ratings that somebody else contested. */
export const contestNames: Readonly<Record<ContestState, Words>> = {
  open: { zh: '评价异议待复核数', en: 'Contests that wait for a ruling' },
  upheld: {
    zh: '评价异议成立数（原评价不计入）',
    en: 'Contests upheld, whose first rating does not count',
  },
  rejected: { zh: '评价异议不成立数', en: 'Contests rejected' },
  neither: {
    zh: '评价异议认定两次评价均非申请人作出数（均不计入）',
    en: 'Contests in which neither rating is the applicant’s, so that none counts',
  },
};
