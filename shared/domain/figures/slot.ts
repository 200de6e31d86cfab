import { channels } from '../rating/channel.ts';
import type { Channel } from '../rating/channel.ts';
import { contestStates } from '../rating/contest/contest-state.ts';
import type { ContestState } from '../rating/contest/contest-state.ts';
import { levels } from '../rating/level.ts';
import type { Level } from '../rating/level.ts';
import { proofClasses } from '../rating/proof/proof-class.ts';
import type { ProofClass } from '../rating/proof/proof-class.ts';
import { claimKinds } from '../ticket/claim-kind.ts';
import type { ClaimKind } from '../ticket/claim-kind.ts';
import { ticketStates } from '../ticket/terms.ts';
import type { TicketState } from '../ticket/terms.ts';

/**
 * What is counted, per scope and day. Cases and their contacts count on the day on which the case
 * was finished; invitations and ratings (follow-ups too) on the day on which they arrived;
 * everything of a ticket on the day of the bad rating that opened it and in the department that was
 * rated, also after a transfer. The duties to contact and to rectify count once in each round. A
 * contest counts where and when the rating did that it is about; a rating that was ruled not to be the
 * applicant's counts as nothing else, and neither do its follow-up and its ticket.
 */
const plainSlots = [
  'finished', // 办结办件数
  'contacts', // 可评服务次数, of finished cases
  'invited', // 已邀评服务次数
  'rated', // 主动评价数, first ratings
  'default_received', // 上游默认评价数, in no rate
  'bad', // 差评数
  'contact:on_time', // 按期回访
  'contact:late', // 逾期回访
  'contact:missed', // 到期未回访
  'rectify:on_time', // 按期整改
  'rectify:late', // 逾期整改
  'rectify:missed', // 到期未整改
  'hardship', // 曾挂账
  'returns', // 退回次数
  'follow_up', // 追评数
  'round_two', // 二次整改
] as const;

export type PlainSlot = (typeof plainSlots)[number];

export type Slot =
  | PlainSlot
  | `rated:${Level}`
  | `rated_by:${Channel}`
  | `bad_by:${Channel}`
  | `state:${TicketState}`
  | `${'claim' | 'granted' | 'refused' | 'lapsed'}:${ClaimKind}`
  | `follow_up:${Level}`
  | `proof:${ProofClass}`
  | `contest:${ContestState}`;

export const slots: readonly Slot[] = [
  ...plainSlots,
  ...levels.map((level) => `rated:${level}` as const),
  ...channels.map((channel) => `rated_by:${channel}` as const),
  ...channels.map((channel) => `bad_by:${channel}` as const),
  ...ticketStates.map((state) => `state:${state}` as const),
  ...claimKinds.flatMap((kind) => [`claim:${kind}`, `granted:${kind}`, `refused:${kind}`] as const),
  ...claimKinds.map((kind) => `lapsed:${kind}` as const),
  ...levels.map((level) => `follow_up:${level}` as const),
  // 评价证明等级, of first ratings and follow-ups
  ...proofClasses.map((proofClass) => `proof:${proofClass}` as const),
  ...contestStates.map((state) => `contest:${state}` as const),
];

/** Counts by slot; an absent slot is 0. */
export type Counts = Readonly<Partial<Record<Slot, number>>>;

export const sumOf = (parts: readonly Counts[]): Counts => {
  const sums: Partial<Record<Slot, number>> = {};
  for (const part of parts) {
    for (const [slot, count] of Object.entries(part) as [Slot, number][]) {
      sums[slot] = (sums[slot] ?? 0) + count;
    }
  }
  return sums;
};

/** Returns the counts without those that are 0. */
export const nonZero = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

export const isNothing = (counts: Counts): boolean =>
  Object.values(counts).every((count) => count === 0);
