import { retried } from '../../shared/domain/notice/delivery.ts';
import { pathParameter } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { staffWith } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import type { WebhookDoor } from './admit.ts';

export interface RedeliverDoor extends WebhookDoor {
  readonly now: Now;
  readonly notices: Pick<NoticeStore, 'failedAt' | 'saveDelivery'>;
}

/** As many as one call takes up. */
export const batchOfFailed = 100;

/**
 * `POST /v1/webhooks/{id}/redeliver`: what was given up is due again, and the next sweep calls it.
 * One that another call took up already is not taken twice.
 */
export const redeliver =
  (door: RedeliverDoor): HttpHandler =>
  async (request) => {
    staffWith(request, door.claimPrefix, ['system_admin']);
    const id = pathParameter(request, 'id');
    if ((await door.hooks.find(id)) === undefined) throw new Problem('webhook_unknown');
    const failed = await door.notices.failedAt(id, batchOfFailed);
    const at = door.now();
    const outcomes = await Promise.all(
      failed.map((delivery) => door.notices.saveDelivery(retried(delivery, at))),
    );
    const again = outcomes.filter((outcome) => outcome === 'saved').length;
    return { status: 200, body: { id, again, more: failed.length === batchOfFailed } };
  };
