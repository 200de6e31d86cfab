import { applyAttempt, claimDelivery } from '../../shared/domain/notice/delivery.ts';
import type { Attempt, Delivery } from '../../shared/domain/notice/delivery.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import { webhookAddress } from '../../shared/http/notice/webhook-address.ts';
import { webhookSecretPlace, webhookUrlPlace } from '../../shared/http/notice/webhook-place.ts';
import { attemptOf, webhookPost } from '../../shared/http/notice/webhook-request.ts';
import type { Now } from '../../shared/port/clock.ts';
import { AddressRefused, NoAnswer } from '../../shared/port/http-out.ts';
import type { HttpOut } from '../../shared/port/http-out.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import type { WebhookStore } from '../../shared/port/notice/webhook-store.ts';
import { raiseAlarm } from '../../shared/telemetry.ts';

export interface PushDeps {
  readonly now: Now;
  readonly notices: NoticeStore;
  readonly webhooks: WebhookStore;
  readonly keys: KeyRing;
  readonly http: HttpOut;
  readonly allowLoopback: boolean;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

const attemptPush = async (deps: PushDeps, notice: Notice, webhookId: string): Promise<Attempt> => {
  const webhook = await deps.webhooks.find(webhookId);
  if (webhook === undefined) return { ok: false, outcome: 'webhook removed', final: true };
  const [address, secret] = await Promise.all([
    deps.keys.decrypt(webhook.sealedUrl, webhookUrlPlace(webhook.id)),
    deps.keys.decrypt(webhook.sealedSecret, webhookSecretPlace(webhook.id)),
  ]);
  const url = webhookAddress(address, deps.allowLoopback);
  if (url === undefined) return { ok: false, outcome: 'address refused' };
  try {
    const request = webhookPost(
      notice,
      { id: webhook.id, form: webhook.form, url, secret },
      deps.now(),
    );
    return attemptOf(webhook.form, await deps.http.post(request));
  } catch (fault) {
    if (fault instanceof NoAnswer) return { ok: false, outcome: 'no answer' };
    if (fault instanceof AddressRefused) return { ok: false, outcome: 'address refused' };
    throw fault;
  }
};

const alarmGivenUp = (deps: PushDeps, { webhookId, noticeId, outcome }: Delivery): void => {
  raiseAlarm('webhookGivenUp', new Error('every attempt failed'), { webhookId, noticeId, outcome });
  deps.publish({ WebhooksGivenUp: 1 });
};

/**
 * Makes one delivery attempt to a webhook or chat robot when it is due. The claim is saved before
 * the attempt and the result after it: of two concurrent calls one continues, and an abandoned
 * claim becomes due again. A failed delivery waits in the due index, so it blocks neither the inbox
 * nor other webhooks.
 */
export const pushOnce = async (
  deps: PushDeps,
  notice: Notice,
  delivery: Delivery,
): Promise<void> => {
  const claim = claimDelivery(delivery, deps.now());
  if (claim === undefined) return;
  if ((await deps.notices.saveDelivery(claim)) === 'conflict') return;
  const outcome = await attemptPush(deps, notice, claim.webhookId);
  const next = applyAttempt(claim, outcome, deps.now());
  if ((await deps.notices.saveDelivery(next)) === 'conflict') {
    throw new Error('another delivery took over the claim during the attempt');
  }
  if (next.state === 'failed' && outcome.final === undefined) alarmGivenUp(deps, next);
};
