/**
 * One planned message or call. The record is written before each attempt and after it, so a repeated
 * delivery finds what was done. It names a contact, never a person: text and number exist only while
 * it is sent.
 */
import { addMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { Subject } from './subject.ts';
import { messageIdOf } from './subject.ts';

export const messageStates = [
  'planned', // 待发送
  'claimed', // 发送中
  'sent', // 已提交网关
  'delivered', // 已送达
  'failed', // 发送失败
  'suppressed', // 不发送
  'listed', // 已列入电话回访名单
] as const;
type MessageState = (typeof messageStates)[number];

/** Why something is not sent. */
export const suppressions = [
  'rated', // it asks for a rating that was given
  'invited_elsewhere', // another channel asked for this contact
  'opted_out', // the person wants none
  'no_number', // the case names no mobile number
  'told_by_ticket', // the message of its ticket carries the same receipt
  'number_changed', // the number came after the rating
  'outdated', // the ticket, or the time, has moved on
  'daily_cap', // the person got enough of them today
  'off', // the deployment sends no messages
] as const;
export type Suppression = (typeof suppressions)[number];

export const failures = [
  'refused', // the gateway refused it
  'no_answer', // the gateway did not answer, at no attempt
  'undelivered', // the gateway could not deliver it
] as const;
type Failure = (typeof failures)[number];

export interface Message extends Subject {
  readonly id: string;
  readonly creditCode: string;
  readonly area: string;
  /** What it tells of happened then. */
  readonly at: Instant;
  readonly state: MessageState;
  /** When it is tried next; while claimed, when the attempt counts as lost. */
  readonly nextAt?: Instant | undefined;
  readonly attempts: number;
  readonly reason?: Suppression | Failure | undefined;
  /** How many messages it is charged as. */
  readonly segments?: number | undefined;
  readonly changedAt: Instant;
  readonly version: number;
}

interface Planning {
  readonly place: Pick<Message, 'creditCode' | 'area'>;
  readonly at: Instant;
  readonly sendAt: Instant;
  readonly now: Instant;
}

export const planMessage = (
  subject: Subject,
  { place: { creditCode, area }, at, sendAt, now }: Planning,
): Message => ({
  ...subject,
  id: messageIdOf(subject),
  creditCode,
  area,
  at,
  state: 'planned',
  nextAt: sendAt,
  attempts: 0,
  changedAt: now,
  version: 1,
});

const minute = 60_000;

/** The wait after each attempt without an answer, except the last. */
export const waitsMs: readonly number[] = [5, 15, 60, 240].map((minutes) => minutes * minute);

/** Far longer than an attempt may take; after this time the worker that claimed it has died. */
const claimMs = 2 * minute;

type Change = Pick<Message, 'state'> & Partial<Message>;

const changed = (message: Message, at: Instant, change: Change): Message => {
  const { nextAt: _done, reason: _before, ...facts } = message;
  return { ...facts, ...change, changedAt: at, version: message.version + 1 };
};

/** Whether something is left to do for it at `at`. */
export const isDue = ({ nextAt }: Message, at: Instant): boolean =>
  nextAt !== undefined && nextAt <= at;

export const claimMessage = (message: Message, at: Instant): Message =>
  changed(message, at, {
    state: 'claimed',
    attempts: message.attempts + 1,
    nextAt: addMs(at, claimMs),
  });

export const suppressMessage = (message: Message, reason: Suppression, at: Instant): Message =>
  changed(message, at, { state: 'suppressed', reason });

export const postponeMessage = (message: Message, nextAt: Instant, at: Instant): Message =>
  changed(message, at, { state: 'planned', nextAt });

export const listCall = (message: Message, at: Instant): Message =>
  changed(message, at, { state: 'listed' });

/** What a gateway said about one attempt. */
export type Published = 'accepted' | 'refused' | 'no_answer';

/** Returns the record to save after an attempt: sent, waiting for the next one, or given up. */
export const settleMessage = (message: Message, said: Published, at: Instant): Message => {
  if (said === 'accepted') return changed(message, at, { state: 'sent' });
  const wait = said === 'no_answer' ? waitsMs[message.attempts - 1] : undefined;
  if (wait === undefined) return changed(message, at, { state: 'failed', reason: said });
  return postponeMessage(message, addMs(at, wait), at);
};

/**
 * Returns the record after the gateway's receipt; undefined when it changes nothing. A receipt may
 * overtake the answer to the request itself, and the first one stays.
 */
export const receiveDelivery = (
  message: Message,
  delivered: boolean,
  at: Instant,
): Message | undefined => {
  if (message.state !== 'sent' && message.state !== 'claimed') return undefined;
  return delivered
    ? changed(message, at, { state: 'delivered' })
    : changed(message, at, { state: 'failed', reason: 'undelivered' });
};
