import { channelNames, ticketStateNames } from '../case/names.table.ts';
import { channels } from '../rating/channel.ts';
import { contestStates } from '../rating/contest/contest-state.ts';
import { levelNames, levels } from '../rating/level.ts';
import { proofClasses, proofClassNames } from '../rating/proof/proof-class.ts';
import type { Language } from '../text/language.ts';
import { claimKinds } from '../ticket/claim-kind.ts';
import { ticketStates } from '../ticket/terms.ts';
import { claimNames, contestNames, plainSlotNames } from './names.table.ts';
import type { SlotDay, SlotWords, Words } from './names.table.ts';
import type { Slot } from './slot.ts';

type EachOf<Stem extends string, Member extends string> = Readonly<
  Record<`${Stem}:${Member}`, SlotWords>
>;

/** Returns the names of the slots of one stem: one for each level, channel, state, claim or class. */
const nameEach = <Stem extends string, Member extends string>(
  stem: Stem,
  members: readonly Member[],
  { on, words }: { readonly on: SlotDay; readonly words: (member: Member) => Words },
): EachOf<Stem, Member> =>
  Object.fromEntries(
    members.map((member) => [`${stem}:${member}`, { ...words(member), on }]),
  ) as EachOf<Stem, Member>;

/** Every slot, so that none can be published without a name and a day. */
const slotWords: Readonly<Record<Slot, SlotWords>> = {
  ...plainSlotNames,
  ...nameEach('rated', levels, {
    on: 'came',
    words: (level) => ({
      zh: `“${levelNames[level].zh}”评价数`,
      en: `Rated “${levelNames[level].en}”`,
    }),
  }),
  ...nameEach('rated_by', channels, {
    on: 'came',
    words: (channel) => ({
      zh: `${channelNames[channel].zh}渠道评价数`,
      en: `Ratings by channel: ${channelNames[channel].en}`,
    }),
  }),
  ...nameEach('bad_by', channels, {
    on: 'came',
    words: (channel) => ({
      zh: `${channelNames[channel].zh}渠道差评数`,
      en: `Bad ratings by channel: ${channelNames[channel].en}`,
    }),
  }),
  ...nameEach('state', ticketStates, {
    on: 'bad',
    words: (state) => ({
      zh: `“${ticketStateNames[state].zh}”工单数`,
      en: `Tickets “${ticketStateNames[state].en}”`,
    }),
  }),
  ...nameEach('claim', claimKinds, {
    on: 'bad',
    words: (kind) => ({ zh: `${claimNames[kind].zh}数`, en: claimNames[kind].en }),
  }),
  ...nameEach('granted', claimKinds, {
    on: 'bad',
    words: (kind) => ({
      zh: `${claimNames[kind].zh}通过数`,
      en: `${claimNames[kind].en}, granted`,
    }),
  }),
  ...nameEach('refused', claimKinds, {
    on: 'bad',
    words: (kind) => ({
      zh: `${claimNames[kind].zh}未通过数`,
      en: `${claimNames[kind].en}, refused`,
    }),
  }),
  ...nameEach('lapsed', claimKinds, {
    on: 'bad',
    words: (kind) => ({
      zh: `${claimNames[kind].zh}超期未审核失效数`,
      en: `${claimNames[kind].en}, lapsed without a ruling`,
    }),
  }),
  ...nameEach('follow_up', levels, {
    on: 'came',
    words: (level) => ({
      zh: `追评为“${levelNames[level].zh}”数`,
      en: `Follow-ups rated “${levelNames[level].en}”`,
    }),
  }),
  ...nameEach('proof', proofClasses, {
    on: 'came',
    words: (proofClass) => ({
      zh: `评价数（含追评）：${proofClassNames[proofClass].zh}`,
      en: `Ratings and follow-ups: ${proofClassNames[proofClass].en}`,
    }),
  }),
  ...nameEach('contest', contestStates, { on: 'came', words: (state) => contestNames[state] }),
};

export const slotName = (slot: Slot, language: Language): string => slotWords[slot][language];

export const slotDay = (slot: Slot): SlotDay => slotWords[slot].on;
