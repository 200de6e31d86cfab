import { randomBytes } from 'node:crypto';

import type * as z from 'zod/mini';

import { WebhookAdmission } from '../../../events/notice/webhook.ts';
import type { Webhook } from '../../../shared/domain/notice/delivery.ts';
import { readBody } from '../../../shared/http/body.ts';
import { webhookAddress } from '../../../shared/http/notice/webhook-address.ts';
import { webhookSecretPlace, webhookUrlPlace } from '../../../shared/http/notice/webhook-place.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { NewId, Now } from '../../../shared/port/clock.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { WebhookStore } from '../../../shared/port/notice/webhook-store.ts';

export interface WebhookDeps {
  readonly webhooks: WebhookStore;
}

export interface WebhookAdmissionDeps extends WebhookDeps {
  readonly now: Now;
  readonly newId: NewId;
  readonly keys: KeyRing;
  readonly allowLoopback: boolean;
}

type Admission = z.infer<typeof WebhookAdmission>;

/** A notice and its deliveries are one transaction, which DynamoDB limits to 100 items. */
const mostWebhooks = 50;

/** Returns the secret: a chat robot's comes from its group, any other is generated here. */
const secretOf = ({ form, secret }: Admission): string => {
  if (form === 'signed' && secret === undefined) return randomBytes(32).toString('base64url');
  if (form === 'robot' && secret !== undefined) return secret;
  const problem = secret === undefined ? 'missing' : 'not_expected';
  throw new Problem('invalid_input', { errors: [{ path: '/secret', problem }] });
};

const webhookOf = async (
  deps: WebhookAdmissionDeps,
  admission: Admission,
  secret: string,
): Promise<Webhook> => {
  const url = webhookAddress(admission.url, deps.allowLoopback);
  if (url === undefined) throw new Problem('webhook_address_refused');
  const id = `WH${deps.newId()}`;
  return {
    id,
    name: admission.name,
    form: admission.form,
    box: admission.box,
    area: admission.area,
    creditCode: admission.creditCode,
    host: url.host,
    sealedUrl: await deps.keys.encrypt(url.href, webhookUrlPlace(id)),
    sealedSecret: await deps.keys.encrypt(secret, webhookSecretPlace(id)),
    admittedAt: deps.now(),
  };
};

export const shownWebhook = ({ id, name, form, box, area, creditCode, host }: Webhook) => ({
  id,
  name,
  form,
  box,
  area,
  creditCode,
  host,
});

/**
 * `POST /v1/webhooks`: registers a webhook, which receives its notices from then on. The answer is
 * the only place that shows a generated secret.
 */
export const admitWebhook =
  (deps: WebhookAdmissionDeps): StaffHandler =>
  async (request) => {
    const admission = readBody(request, WebhookAdmission);
    const secret = secretOf(admission);
    const webhook = await webhookOf(deps, admission, secret);
    if ((await deps.webhooks.all()).length >= mostWebhooks) {
      throw new Problem('too_many_webhooks', { fact: String(mostWebhooks) });
    }
    await deps.webhooks.admit(webhook);
    const made = admission.form === 'signed' ? { secret } : {};
    return { status: 201, body: { ...shownWebhook(webhook), ...made } };
  };
