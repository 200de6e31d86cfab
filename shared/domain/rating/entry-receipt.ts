/** What staff learn of the receipt of a rating that they entered: whether it reached its rater. */
import type { Message } from '../message/message.ts';
import { messageIdOf } from '../message/subject.ts';
import type { RatingKey } from './rating-key.ts';

export const entryReceipts = [
  'waiting', // 待发送
  'sent', // 已发送
  'delivered', // 已送达
  'failed', // 发送失败
  'no_number', // 评价前办件无手机号
  'not_sent', // 不发送
  'off', // 未开通短信
] as const;
export type EntryReceipt = (typeof entryReceipts)[number];

/** The messages that may carry the receipt; that of the ticket of a bad rating goes first. */
export const receiptTellers = ({
  projectNo,
  serviceNumber,
}: Pick<RatingKey, 'projectNo' | 'serviceNumber'>): readonly string[] => [
  messageIdOf({ type: 'receipt', projectNo, serviceNumber, mark: 1 }),
  messageIdOf({ type: 'entered', projectNo, serviceNumber }),
];

/** Why a person gets no message is the person's own matter, except that there is no number. */
const bySuppression: Partial<Record<NonNullable<Message['reason']>, EntryReceipt>> = {
  no_number: 'no_number',
  number_changed: 'no_number',
  off: 'off',
  // The message of the ticket is not planned yet.
  told_by_ticket: 'waiting',
};

const byState = {
  planned: 'waiting',
  claimed: 'waiting',
  sent: 'sent',
  delivered: 'delivered',
  failed: 'failed',
  suppressed: 'not_sent',
  listed: 'not_sent',
} as const satisfies Record<Message['state'], EntryReceipt>;

/** A message is planned some seconds after the rating that it tells of. */
export const receiptStateOf = (
  message: Pick<Message, 'state' | 'reason'> | undefined,
): EntryReceipt => {
  if (message === undefined) return 'waiting';
  const { state, reason } = message;
  const known = state === 'suppressed' && reason !== undefined ? bySuppression[reason] : undefined;
  return known ?? byState[state];
};
