import type { Hook } from '../../shared/domain/notice/delivery.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { staffWith } from '../../shared/http/staff.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import { shownHook } from './admit.ts';
import type { WebhookDoor } from './admit.ts';
import { batchOfFailed } from './redeliver.ts';

export interface WebhookListDoor extends WebhookDoor {
  readonly notices: Pick<NoticeStore, 'failedAt'>;
}

const line = async (door: WebhookListDoor, hook: Hook) => ({
  ...shownHook(hook),
  admittedAt: withOffset(hook.admittedAt),
  failed: (await door.notices.failedAt(hook.id, batchOfFailed)).length,
});

/** `GET /v1/webhooks`: who hears of what, and how much was given up; never an address or a secret. */
export const listWebhooks =
  (door: WebhookListDoor): HttpHandler =>
  async (request) => {
    staffWith(request, door.claimPrefix, ['system_admin', 'auditor']);
    const hooks = await door.hooks.all();
    const webhooks = await Promise.all(hooks.map((hook) => line(door, hook)));
    return { status: 200, body: { webhooks } };
  };
