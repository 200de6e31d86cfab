import { mapConcurrent } from '../../../shared/concurrency.ts';
import { countingArea } from '../../../shared/domain/area/area.ts';
import type { Webhook } from '../../../shared/domain/notice/delivery.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { canReach } from '../../../shared/http/staff.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { NoticeStore } from '../../../shared/port/notice/store.ts';
import { shownWebhook } from './admit.ts';
import type { WebhookDeps } from './admit.ts';
import { batchOfFailed } from './redeliver.ts';

export interface WebhookListDeps extends WebhookDeps {
  readonly notices: Pick<NoticeStore, 'failedAt'>;
}

const toWebhookRow = async (deps: WebhookListDeps, webhook: Webhook) => ({
  ...shownWebhook(webhook),
  admittedBy: webhook.by,
  confirmedBy: webhook.confirmedBy,
  admittedAt: withOffset(webhook.at),
  failed: (await deps.notices.failedAt(webhook.id, batchOfFailed)).length,
});

/** Webhooks whose failures are counted concurrently. */
const width = 8;

/**
 * `GET /v1/webhooks`: lists webhooks with their subscription and failed deliveries, never an
 * address or a secret.
 */
export const listWebhooks =
  (deps: WebhookListDeps): StaffHandler =>
  async (_request, staff) => {
    const all = await deps.webhooks.all();
    const admitted = all.filter(({ area }) => canReach(staff, countingArea(area)));
    const webhooks = await mapConcurrent(admitted, width, (webhook) => toWebhookRow(deps, webhook));
    return { status: 200, body: { webhooks } };
  };
