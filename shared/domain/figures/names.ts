import { channelNames, ticketStateNames } from '../case/names.table.ts';
import type { Channel } from '../rating/channel.ts';
import { levelNames } from '../rating/level.ts';
import type { Level } from '../rating/level.ts';
import type { Language } from '../text/language.ts';
import type { ClaimKind } from '../ticket/claim-kind.ts';
import type { TicketState } from '../ticket/terms.ts';
import { claimNames, plainSlotNames } from './names.table.ts';
import type { SlotDay } from './names.table.ts';
import type { Slot } from './slot.ts';

const nameClaim = (kind: string): (typeof claimNames)[ClaimKind] => claimNames[kind as ClaimKind];

/** The name of a slot with a member; the member is a level, a channel, a state or a claim. */
const composed: Readonly<Record<string, Readonly<Record<Language, (member: string) => string>>>> = {
  rated: {
    zh: (level) => `“${levelNames[level as Level].zh}”评价数`,
    en: (level) => `Rated “${levelNames[level as Level].en}”`,
  },
  rated_by: {
    zh: (channel) => `${channelNames[channel as Channel].zh}渠道评价数`,
    en: (channel) => `Ratings by channel: ${channelNames[channel as Channel].en}`,
  },
  bad_by: {
    zh: (channel) => `${channelNames[channel as Channel].zh}渠道差评数`,
    en: (channel) => `Bad ratings by channel: ${channelNames[channel as Channel].en}`,
  },
  state: {
    zh: (state) => `“${ticketStateNames[state as TicketState].zh}”工单数`,
    en: (state) => `Tickets “${ticketStateNames[state as TicketState].en}”`,
  },
  claim: { zh: (kind) => `${nameClaim(kind).zh}数`, en: (kind) => nameClaim(kind).en },
  granted: {
    zh: (kind) => `${nameClaim(kind).zh}通过数`,
    en: (kind) => `${nameClaim(kind).en}, granted`,
  },
  refused: {
    zh: (kind) => `${nameClaim(kind).zh}未通过数`,
    en: (kind) => `${nameClaim(kind).en}, refused`,
  },
  follow_up: {
    zh: (level) => `追评为“${levelNames[level as Level].zh}”数`,
    en: (level) => `Follow-ups rated “${levelNames[level as Level].en}”`,
  },
};

export const slotName = (slot: Slot, language: Language): string => {
  const plain = (plainSlotNames as Readonly<Record<string, Readonly<Record<Language, string>>>>)[
    slot
  ];
  if (plain !== undefined) return plain[language];
  const [stem = '', member = ''] = slot.split(':');
  return composed[stem]?.[language](member) ?? slot;
};

const onFinishedDay: ReadonlySet<Slot> = new Set(['finished', 'contacts']);
const onArrivalDay: ReadonlySet<Slot> = new Set([
  'invited',
  'rated',
  'default_received',
  'bad',
  'follow_up',
]);

/** Returns the day on which a slot counts, as defined in `slot.ts`. */
export const slotDay = (slot: Slot): SlotDay => {
  if (onFinishedDay.has(slot)) return 'finished';
  const came = onArrivalDay.has(slot) || /^(?:rated|rated_by|bad_by|follow_up):/.test(slot);
  return came ? 'came' : 'bad';
};
