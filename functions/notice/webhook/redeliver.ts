import { mapConcurrent } from '../../../shared/concurrency.ts';
import { retryDelivery } from '../../../shared/domain/notice/delivery.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { NoticeStore } from '../../../shared/port/notice/store.ts';
import type { WebhookDeps } from './admit.ts';
import { webhookInPath } from './known.ts';

export interface RedeliverDeps extends WebhookDeps {
  readonly now: Now;
  readonly notices: Pick<NoticeStore, 'failedAt' | 'saveDelivery'>;
}

/** The limit of one call. */
export const batchOfFailed = 100;

/** Deliveries that are saved concurrently. */
const width = 8;

/**
 * `POST /v1/webhooks/{id}/redeliver`: makes failed deliveries due again; the next sweep queues
 * them. A delivery that a concurrent call has taken is not taken twice.
 */
export const redeliverNotices =
  (deps: RedeliverDeps): StaffHandler =>
  async (request, staff) => {
    const { id } = await webhookInPath(request, staff, deps);
    const failed = await deps.notices.failedAt(id, batchOfFailed);
    const at = deps.now();
    const outcomes = await mapConcurrent(failed, width, (delivery) =>
      deps.notices.saveDelivery(retryDelivery(delivery, at)),
    );
    const again = outcomes.filter((outcome) => outcome === 'saved').length;
    return { status: 200, body: { id, again, more: failed.length === batchOfFailed } };
  };
