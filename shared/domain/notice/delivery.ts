/**
 * 推送: one notice on its way to one webhook or robot. The record is written before each attempt and
 * after it, so that a repeat of the message finds what was done; what still has to be tried stands in
 * the due index, so that neither a crash nor a long outage of the receiver loses it.
 */
import { fromEpoch, toEpoch } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { Box, Notice } from './notice.ts';

/** 推送对象: a webhook, or a robot of a chat group, and which boxes it hears of. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly form: 'signed' | 'robot';
  /** Shown to administrators; the whole address may hold a robot's access token. */
  readonly host: string;
  readonly sealedUrl: string;
  readonly sealedSecret: string;
  readonly box: Box['kind'];
  /** 6 digits; the city's code stands for all its areas. */
  readonly area: string;
  /** Only of this department; absent: of all in the area. */
  readonly creditCode?: string | undefined;
  readonly admittedAt: Instant;
}

export interface Delivery {
  readonly noticeId: string;
  readonly webhookId: string;
  readonly state: 'waiting' | 'claimed' | 'delivered' | 'failed';
  readonly attempts: number;
  /** When it is tried next; while claimed, when the attempt counts as lost. */
  readonly nextAt?: Instant | undefined;
  readonly changedAt: Instant;
  /** How the last attempt ended: a status, a robot's code or the kind of fault. */
  readonly outcome?: string | undefined;
  readonly version: number;
}

const minute = 60_000;

/** Waits after each failed attempt but the last: a receiver may be down for most of a day. */
export const waitsMs: readonly number[] = [5, 15, 60, 240, 720].map((minutes) => minutes * minute);

/** Far longer than an attempt may take; then whoever claimed it has died. */
const claimMs = 2 * minute;

const addMs = (at: Instant, ms: number): Instant => fromEpoch(toEpoch(at) + ms);

export const isSubscribed = (webhook: Webhook, notice: Notice): boolean =>
  webhook.box === notice.box.kind &&
  (webhook.creditCode === undefined || webhook.creditCode === notice.creditCode) &&
  (webhook.area.endsWith('00')
    ? notice.area.startsWith(webhook.area.slice(0, 4))
    : notice.area.startsWith(webhook.area));

/** To be tried at once. */
export const newDelivery = (notice: Notice, webhook: Webhook, at: Instant): Delivery => ({
  noticeId: notice.id,
  webhookId: webhook.id,
  state: 'waiting',
  attempts: 0,
  nextAt: at,
  changedAt: at,
  version: 1,
});

/** The record to save before an attempt; undefined when it is done, given up or not its time. */
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
  /** No further attempt can do better. */
  readonly final?: true;
}

/** The record to save after an attempt: delivered, waiting for the next one, or given up. */
export const applyAttempt = (delivery: Delivery, attempt: Attempt, at: Instant): Delivery => {
  const { nextAt: _claim, ...facts } = delivery;
  const { outcome } = attempt;
  const done = { ...facts, outcome, changedAt: at, version: delivery.version + 1 };
  if (attempt.ok) return { ...done, state: 'delivered' };
  const wait = attempt.final ? undefined : waitsMs[delivery.attempts - 1];
  if (wait === undefined) return { ...done, state: 'failed' };
  return { ...done, state: 'waiting', nextAt: addMs(at, wait) };
};

/** A person asked for it again: everything from the beginning. */
export const retryDelivery = (delivery: Delivery, at: Instant): Delivery => ({
  ...delivery,
  state: 'waiting',
  attempts: 0,
  nextAt: at,
  changedAt: at,
  version: delivery.version + 1,
});
