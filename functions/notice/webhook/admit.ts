import { randomBytes } from 'node:crypto';

import type * as z from 'zod/mini';

import { WebhookAdmission } from '../../../events/notice/webhook.ts';
import type { Hook } from '../../../shared/domain/notice/delivery.ts';
import { readBody } from '../../../shared/http/body.ts';
import type { HttpHandler } from '../../../shared/http/edge.ts';
import { hookAddress } from '../../../shared/http/notice/webhook-address.ts';
import { hookSecretPlace, hookUrlPlace } from '../../../shared/http/notice/webhook-place.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { staffWith } from '../../../shared/http/staff.ts';
import type { NewId, Now } from '../../../shared/port/clock.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { HookStore } from '../../../shared/port/notice/webhook-store.ts';

export interface WebhookDeps {
  readonly hooks: HookStore;
  readonly claimPrefix: string;
}

export interface WebhookAdmissionDeps extends WebhookDeps {
  readonly now: Now;
  readonly newId: NewId;
  readonly keys: KeyRing;
  readonly allowLoopback: boolean;
}

type Admission = z.infer<typeof WebhookAdmission>;

/** A notice and its deliveries are one transaction, which holds no more than 100 items. */
const mostHooks = 50;

/** A robot's secret comes from its chat group, any other is made here. */
const secretOf = ({ form, secret }: Admission): string => {
  if (form === 'signed' && secret === undefined) return randomBytes(32).toString('base64url');
  if (form === 'robot' && secret !== undefined) return secret;
  const problem = secret === undefined ? 'missing' : 'not_expected';
  throw new Problem('invalid_input', { errors: [{ path: '/secret', problem }] });
};

const hookOf = async (
  deps: WebhookAdmissionDeps,
  admission: Admission,
  secret: string,
): Promise<Hook> => {
  const url = hookAddress(admission.url, deps.allowLoopback);
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
    sealedUrl: await deps.keys.seal(url.href, hookUrlPlace(id)),
    sealedSecret: await deps.keys.seal(secret, hookSecretPlace(id)),
    admittedAt: deps.now(),
  };
};

export const shownHook = ({ id, name, form, box, area, creditCode, host }: Hook) => ({
  id,
  name,
  form,
  box,
  area,
  creditCode,
  host,
});

/** `POST /v1/webhooks`: from now on it hears of its notices. A made secret is shown this once. */
export const admitWebhook =
  (deps: WebhookAdmissionDeps): HttpHandler =>
  async (request) => {
    staffWith(request, deps.claimPrefix, ['system_admin']);
    const admission = readBody(request, WebhookAdmission);
    const secret = secretOf(admission);
    const hook = await hookOf(deps, admission, secret);
    if ((await deps.hooks.all()).length >= mostHooks) {
      throw new Problem('too_many_webhooks', { fact: String(mostHooks) });
    }
    await deps.hooks.admit(hook);
    const made = admission.form === 'signed' ? { secret } : {};
    return { status: 201, body: { ...shownHook(hook), ...made } };
  };
