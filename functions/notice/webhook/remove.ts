import { Problem } from '../../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { WebhookDeps } from './admit.ts';
import { webhookInPath } from './known.ts';

/**
 * `DELETE /v1/webhooks/{id}`: removes a webhook. Nothing more is sent to it, including waiting
 * deliveries.
 */
export const removeWebhook =
  (deps: WebhookDeps): StaffHandler =>
  async (request, staff) => {
    const { id } = await webhookInPath(request, staff, deps);
    if ((await deps.webhooks.remove(id)) === 'unknown') throw new Problem('webhook_unknown');
    return { status: 200, body: { id, state: 'removed' } };
  };
