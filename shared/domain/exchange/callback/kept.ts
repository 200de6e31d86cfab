/**
 * 待处理回调: a callback of the center that could not be stored, or not completely. It happened, so it
 * is never refused: it is kept as it came, and listed until it is taken in or settled by a person.
 */
import { dayMs } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';

export const callbackOperations = ['evaluation.sync', 'operation.sync', 'append.sync'] as const;
export type CallbackOperation = (typeof callbackOperations)[number];

/**
 * Why a callback is kept, and whether it waits: what it needs may still arrive, so it is tried again
 * by itself. Otherwise somebody has to look at it.
 */
const waitsFor = {
  unreadable: false, // 报文无法识别
  damaged: false, // 到达前有字符丢失
  member_twice: false, // 同一成员出现多次
  case_unknown: true,
  contact_unknown: true,
  ticket_unknown: true,
  ticket_none: false, // 评价不是差评，没有工单
  first_rating_unknown: true,
  busy: true,
  steps_waiting: true, // more steps than one call stores
  contact_unreadable: false,
  evaluation_missing: false,
  several_evaluations: false, // not all of them are stored
  level_unreadable: false,
  default_follow_up: false,
  steps_missing: false,
  stored_in_part: false, // the rest cannot be read, or was too long
  callback_differs: false,
  already_rated: false,
  append_used: false,
  append_closed: false,
  refused: false,
} as const satisfies Readonly<Record<string, boolean>>;

export type KeptReason = keyof typeof waitsFor;
export const keptReasons = Object.keys(waitsFor) as readonly KeptReason[];

export const isKeptReason = (code: string): code is KeptReason => Object.hasOwn(waitsFor, code);

/** Whether what it needs may still arrive. */
export const isWaiting = (reason: KeptReason): boolean => waitsFor[reason];

export const keptStates = [
  'waiting', // 待重试
  'open', // 待人工处理
  'taken', // 已入库
  'settled', // 已说明
] as const;
export type KeptState = (typeof keptStates)[number];

/** How it ended, and by whom: a person, the center with a repeat, or the next scheduled run. */
export interface KeptEnd {
  readonly by: string;
  /** Of what two persons took in. */
  readonly confirmedBy?: string | undefined;
  readonly at: Instant;
  readonly note?: string | undefined;
}

export interface KeptCallback {
  /** A keyed digest of operation and content, so a repeat is the same item. */
  readonly id: string;
  readonly operation: CallbackOperation;
  readonly reason: KeptReason;
  readonly state: KeptState;
  readonly at: Instant;
  /** The access key of the center. */
  readonly accessKey: string;
  /** The case that it names, when that is a case number. */
  readonly projectNo?: string | undefined;
  /** False: the content is bytes that are no JSON in UTF-8. */
  readonly readable: boolean;
  /** The number of parts of its encrypted content. */
  readonly parts: number;
  /** When it was tried last, if more waited than one run tries. */
  readonly triedAt?: Instant | undefined;
  readonly end?: KeptEnd | undefined;
  readonly version: number;
}

/** A case or an answer that did not come in this time needs a person. */
export const longestWaitMs = 10 * dayMs;

const stateFor = (reason: KeptReason, waitedMs: number): KeptState =>
  waitsFor[reason] && waitedMs < longestWaitMs ? 'waiting' : 'open';

export const keepCallback = (
  facts: Omit<KeptCallback, 'state' | 'end' | 'version'>,
): KeptCallback => ({ ...facts, state: stateFor(facts.reason, 0), version: 1 });

export const isEnded = ({ state }: KeptCallback): boolean =>
  state === 'taken' || state === 'settled';

/** Returns it after another attempt failed; undefined when nothing about it has changed. */
export const keepWaiting = (
  kept: KeptCallback,
  reason: KeptReason,
  waitedMs: number,
): KeptCallback | undefined => {
  const state = stateFor(reason, waitedMs);
  if (state === kept.state && reason === kept.reason) return undefined;
  return { ...kept, reason, state, version: kept.version + 1 };
};

/** Puts it behind those that were not tried since. */
export const putBehind = (kept: KeptCallback, triedAt: Instant): KeptCallback => ({
  ...kept,
  triedAt,
  version: kept.version + 1,
});

/** The moment by which it is listed: those that wait stand in the order of their tries. */
export const placedAt = ({ state, at, triedAt = at }: KeptCallback): Instant =>
  state === 'waiting' ? triedAt : at;

export const endKept = (
  kept: KeptCallback,
  state: 'taken' | 'settled',
  end: KeptEnd,
): KeptCallback => ({ ...kept, state, end, version: kept.version + 1 });
