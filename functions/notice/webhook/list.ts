import type { Hook } from '../../../shared/domain/notice/delivery.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import type { HttpHandler } from '../../../shared/http/edge.ts';
import { staffWith } from '../../../shared/http/staff.ts';
import type { NoticeStore } from '../../../shared/port/notice/store.ts';
import { shownHook } from './admit.ts';
import type { WebhookDeps } from './admit.ts';
import { batchOfFailed } from './redeliver.ts';

export interface WebhookListDeps extends WebhookDeps {
  readonly notices: Pick<NoticeStore, 'failedAt'>;
}

const line = async (deps: WebhookListDeps, hook: Hook) => ({
  ...shownHook(hook),
  admittedAt: withOffset(hook.admittedAt),
  failed: (await deps.notices.failedAt(hook.id, batchOfFailed)).length,
});

/** `GET /v1/webhooks`: who hears of what, and how much was given up; never an address or a secret. */
export const listWebhooks =
  (deps: WebhookListDeps): HttpHandler =>
  async (request) => {
    staffWith(request, deps.claimPrefix, ['system_admin', 'auditor']);
    const hooks = await deps.hooks.all();
    const webhooks = await Promise.all(hooks.map((hook) => line(deps, hook)));
    return { status: 200, body: { webhooks } };
  };
