import type { Language } from '../text/language.ts';
import type { ClaimKind } from '../ticket/claim-kind.ts';
import type { Slot } from './slot.ts';

type Words = Readonly<Record<Language, string>>;

/**
 * The slots with a name of their own; the name of a slot of a level, a channel or a state is
 * derived from it.
 */
type Plain = Exclude<
  Slot,
  | `rated:${string}`
  | `rated_by:${string}`
  | `bad_by:${string}`
  | `state:${string}`
  | `claim:${string}`
  | `granted:${string}`
  | `refused:${string}`
  | `follow_up:${string}`
>;

export const plainSlotNames: Readonly<Record<Plain, Words>> = {
  finished: { zh: '办结件数', en: 'Cases finished' },
  contacts: { zh: '可评价服务次数', en: 'Contacts that can be rated' },
  invited: { zh: '已邀评服务次数', en: 'Contacts invited' },
  rated: { zh: '主动评价数', en: 'Ratings received' },
  default_received: { zh: '外部系统默认评价数', en: 'Default ratings from other systems' },
  bad: { zh: '差评数', en: 'Bad ratings' },
  'contact:on_time': { zh: '按期回访数', en: 'Contacted in time' },
  'contact:late': { zh: '超期回访数', en: 'Contacted late' },
  'contact:missed': { zh: '到期未回访数', en: 'Due and not contacted' },
  'rectify:on_time': { zh: '按期整改数', en: 'Rectified in time' },
  'rectify:late': { zh: '超期整改数', en: 'Rectified late' },
  'rectify:missed': { zh: '到期未整改数', en: 'Due and not rectified' },
  hardship: { zh: '累计列入台账数', en: 'Ever on the rectification register' },
  returns: { zh: '退回重办次数', en: 'Returns' },
  follow_up: { zh: '追评数', en: 'Follow-up ratings' },
  round_two: { zh: '二次整改数', en: 'Second rectifications' },
};

export const claimNames: Readonly<Record<ClaimKind, Words>> = {
  invalid: { zh: '差评申诉', en: 'Appeals against a rating' },
  hardship: { zh: '列入台账申请', en: 'Requests for the register' },
  extension: { zh: '延期申请', en: 'Extension requests' },
};

/** The day on which a slot is counted. */
export const slotDays = {
  finished: { zh: '办件办结之日', en: 'the day the case was finished' },
  came: { zh: '评价（邀评）发生之日', en: 'the day of the rating or invitation' },
  bad: { zh: '所属差评作出之日', en: 'the day of the bad rating that opened the ticket' },
} as const satisfies Readonly<Record<string, Words>>;

export type SlotDay = keyof typeof slotDays;
