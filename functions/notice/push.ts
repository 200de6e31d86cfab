import { attempted, claimed } from '../../shared/domain/notice/delivery.ts';
import type { Attempt, Delivery } from '../../shared/domain/notice/delivery.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import { hookAddress } from '../../shared/http/notice/webhook-address.ts';
import { hookSecretPlace, hookUrlPlace } from '../../shared/http/notice/webhook-place.ts';
import { attemptOf, hookPost } from '../../shared/http/notice/webhook-request.ts';
import type { Now } from '../../shared/port/clock.ts';
import { NoAnswer } from '../../shared/port/http-out.ts';
import type { HttpOut } from '../../shared/port/http-out.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import type { HookStore } from '../../shared/port/notice/webhook-store.ts';
import { alarm } from '../../shared/telemetry.ts';

export interface PushDeps {
  readonly now: Now;
  readonly notices: NoticeStore;
  readonly hooks: HookStore;
  readonly keys: KeyRing;
  readonly http: HttpOut;
  readonly allowLoopback: boolean;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

const attempt = async (deps: PushDeps, notice: Notice, hookId: string): Promise<Attempt> => {
  const hook = await deps.hooks.find(hookId);
  if (hook === undefined) return { ok: false, outcome: 'webhook removed', final: true };
  const [address, secret] = await Promise.all([
    deps.keys.open(hook.sealedUrl, hookUrlPlace(hook.id)),
    deps.keys.open(hook.sealedSecret, hookSecretPlace(hook.id)),
  ]);
  const url = hookAddress(address, deps.allowLoopback);
  if (url === undefined) return { ok: false, outcome: 'address refused' };
  try {
    const request = hookPost(notice, { id: hook.id, form: hook.form, url, secret }, deps.now());
    return attemptOf(hook.form, await deps.http.post(request));
  } catch (fault) {
    if (fault instanceof NoAnswer) return { ok: false, outcome: 'no answer' };
    throw fault;
  }
};

const ring = (deps: PushDeps, { hookId, noticeId, outcome }: Delivery): void => {
  alarm('hookGivenUp', new Error('every attempt failed'), { hookId, noticeId, outcome });
  deps.publish({ WebhooksGivenUp: 1 });
};

/**
 * One attempt to deliver to one webhook or robot, when it is its time. The claim is saved before and
 * the outcome after: of two at once one goes on, and a claim that nobody comes back from falls due
 * again. What failed waits in the due index, so it holds up neither the inbox nor the others.
 */
export const pushOnce = async (
  deps: PushDeps,
  notice: Notice,
  delivery: Delivery,
): Promise<void> => {
  const claim = claimed(delivery, deps.now());
  if (claim === undefined) return;
  if ((await deps.notices.saveDelivery(claim)) === 'conflict') return;
  const outcome = await attempt(deps, notice, claim.hookId);
  const next = attempted(claim, outcome, deps.now());
  if ((await deps.notices.saveDelivery(next)) === 'conflict') {
    throw new Error('another delivery took the claim while it was held');
  }
  if (next.state === 'failed' && outcome.final === undefined) ring(deps, next);
};
