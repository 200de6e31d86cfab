/**
 * 推送: the delivery of one notice to one webhook or robot. The record is written before each
 * attempt and after it, so that a repeated message finds what was done. Deliveries that still have
 * to be tried are in the due index, so neither a crash nor a long outage of the receiver loses
 * them.
 */
import type { Signed } from '../access/signed.ts';
import { isWholeCity } from '../access/staff-role.ts';
import { addMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { isOfApproval } from './notice-kind.ts';
import { isBoxOfCity } from './notice.ts';
import type { Box, Notice } from './notice.ts';

export const webhookForms = ['signed', 'robot'] as const;

/** 推送对象: a webhook, or a robot of a chat group, and the inboxes whose notices it receives. */
export interface Webhook extends Signed {
  readonly id: string;
  readonly name: string;
  readonly form: (typeof webhookForms)[number];
  /** Shown to administrators; the whole URL may contain a robot's access token. */
  readonly host: string;
  readonly sealedUrl: string;
  readonly sealedSecret: string;
  readonly box: Box['kind'];
  /** 6 digits; the city's code covers all its areas. */
  readonly area: string;
  /** Only this department; absent: all departments in the area. */
  readonly creditCode?: string | undefined;
}

export interface Delivery {
  readonly noticeId: string;
  readonly webhookId: string;
  readonly state: 'waiting' | 'claimed' | 'delivered' | 'failed';
  readonly attempts: number;
  /** When it is tried next; while claimed, when the attempt counts as lost. */
  readonly nextAt?: Instant | undefined;
  readonly changedAt: Instant;
  /** Result of the last attempt: a status, a robot's code or the kind of fault. */
  readonly outcome?: string | undefined;
  readonly version: number;
}

const minute = 60_000;

/** The wait after each failed attempt except the last: a receiver may be down for most of a day. */
export const waitsMs: readonly number[] = [5, 15, 60, 240, 720].map((minutes) => minutes * minute);

/** Far longer than an attempt may take; after this time the worker that claimed it has died. */
const claimMs = 2 * minute;

/**
 * The copy of an approval's notice for a further area is sent to no webhook: one of the city covers
 * the area of the approval anyhow.
 */
const isMeant = ({ creditCode }: Webhook, notice: Notice): boolean => {
  if (isOfApproval(notice)) return notice.box.of === notice.area;
  if (creditCode === undefined) return true;
  // Nobody knows which department a press without contact is about; none decides on the others.
  if (!('creditCode' in notice)) return false;
  // The inbox may be of the department that had the ticket before.
  return creditCode === (notice.box.kind === 'department' ? notice.box.of : notice.creditCode);
};

/** A webhook of old for an area does not get what only the city may read. */
const isOfReach = ({ box, area }: Webhook, notice: Notice): boolean =>
  isWholeCity(area)
    ? notice.area.startsWith(area.slice(0, 4))
    : !isBoxOfCity(box) && notice.area.startsWith(area);

export const isSubscribed = (webhook: Webhook, notice: Notice): boolean =>
  webhook.box === notice.box.kind && isMeant(webhook, notice) && isOfReach(webhook, notice);

/** Returns a delivery that is tried at once. */
export const newDelivery = (notice: Notice, webhook: Webhook, at: Instant): Delivery => ({
  noticeId: notice.id,
  webhookId: webhook.id,
  state: 'waiting',
  attempts: 0,
  nextAt: at,
  changedAt: at,
  version: 1,
});

/**
 * Returns the record to save before an attempt; undefined when it is done, given up or not due yet.
 */
export const claimDelivery = (delivery: Delivery, at: Instant): Delivery | undefined => {
  if (delivery.nextAt === undefined || delivery.nextAt > at) return undefined;
  return {
    ...delivery,
    state: 'claimed',
    attempts: delivery.attempts + 1,
    nextAt: addMs(at, claimMs),
    changedAt: at,
    version: delivery.version + 1,
  };
};

export interface Attempt {
  readonly ok: boolean;
  readonly outcome: string;
  /** A further attempt cannot succeed. */
  readonly final?: true;
}

/**
 * Returns the record to save after an attempt: delivered, waiting for the next one, or given up.
 */
export const applyAttempt = (delivery: Delivery, attempt: Attempt, at: Instant): Delivery => {
  const { nextAt: _claim, ...facts } = delivery;
  const { outcome } = attempt;
  const done = { ...facts, outcome, changedAt: at, version: delivery.version + 1 };
  if (attempt.ok) return { ...done, state: 'delivered' };
  const wait = attempt.final ? undefined : waitsMs[delivery.attempts - 1];
  if (wait === undefined) return { ...done, state: 'failed' };
  return { ...done, state: 'waiting', nextAt: addMs(at, wait) };
};

/** Restarts a delivery from the beginning, on a person's request. */
export const retryDelivery = (delivery: Delivery, at: Instant): Delivery => ({
  ...delivery,
  state: 'waiting',
  attempts: 0,
  nextAt: at,
  changedAt: at,
  version: delivery.version + 1,
});
