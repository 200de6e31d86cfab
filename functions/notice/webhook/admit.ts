import { randomBytes } from 'node:crypto';

import type * as z from 'zod/mini';

import { WebhookAdmission } from '../../../events/notice/webhook.ts';
import type { WebhookProposal } from '../../../shared/domain/access/proposal.ts';
import { isWholeCity } from '../../../shared/domain/access/staff-role.ts';
import { countingArea } from '../../../shared/domain/area/area.ts';
import type { Webhook } from '../../../shared/domain/notice/delivery.ts';
import { approvalBoxKinds, isBoxOfCity } from '../../../shared/domain/notice/notice.ts';
import type { CarryOut, Executor } from '../../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import { readBody } from '../../../shared/http/body.ts';
import { isPublicAddress } from '../../../shared/http/notice/public-address.ts';
import { webhookAddress } from '../../../shared/http/notice/webhook-address.ts';
import { webhookSecretPlace, webhookUrlPlace } from '../../../shared/http/notice/webhook-place.ts';
import { requireListedAreas } from '../../../shared/http/oversight/listed-area.ts';
import type { ListedAreaDeps } from '../../../shared/http/oversight/listed-area.ts';
import { requireListedDepartment } from '../../../shared/http/oversight/listed.ts';
import type { ReferenceDeps } from '../../../shared/http/oversight/listed.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requireReach } from '../../../shared/http/staff.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { HostAddresses } from '../../../shared/port/host-addresses.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { WebhookStore } from '../../../shared/port/notice/webhook-store.ts';

export interface WebhookDeps {
  readonly webhooks: WebhookStore;
}

export interface WebhookAdmissionDeps
  extends WebhookDeps, ProposeDeps, ReferenceDeps, ListedAreaDeps {
  readonly keys: KeyRing;
  readonly addressesOf: HostAddresses;
  readonly allowLoopback: boolean;
}

type Admission = z.infer<typeof WebhookAdmission>;

/**
 * For each area, so that none takes the room of others. A notice goes to the webhooks of its area and
 * of the city; with its deliveries it is one transaction, which DynamoDB limits to 100 items.
 */
const mostWebhooks = 40;

/** Returns the secret: a chat robot's comes from its group, any other is generated here. */
const secretOf = ({ form, secret }: Admission): string => {
  if (form === 'signed' && secret === undefined) return randomBytes(32).toString('base64url');
  if (form === 'robot' && secret !== undefined) return secret;
  const problem = secret === undefined ? 'missing' : 'not_expected';
  throw new Problem('invalid_input', { errors: [{ path: '/secret', problem }] });
};

/** Notices of proposed acts belong to no department. */
const refuseDepartment = ({ box, creditCode }: Admission): void => {
  if (creditCode === undefined || !approvalBoxKinds.some((kind) => kind === box)) return;
  throw new Problem('invalid_input', {
    errors: [{ path: '/creditCode', problem: 'not_expected' }],
  });
};

/**
 * Returns the address to which notices may be sent. A name that has no address now is taken: it is
 * resolved and checked again for each delivery.
 */
const outsideAddress = async (text: string, deps: WebhookAdmissionDeps): Promise<URL> => {
  const url = webhookAddress(text, deps.allowLoopback);
  if (url === undefined) throw new Problem('webhook_address_refused');
  // What remains over HTTP is this machine itself, for local trials.
  if (url.protocol === 'http:') return url;
  const addresses = await deps.addressesOf(url.hostname);
  if (addresses.every((address) => isPublicAddress(address))) return url;
  throw new Problem('webhook_address_refused');
};

const webhookOf = async (
  deps: WebhookAdmissionDeps,
  admission: Admission,
  secret: string,
): Promise<WebhookProposal['webhook']> => {
  const url = await outsideAddress(admission.url, deps);
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
  };
};

export const shownWebhook = ({
  id,
  name,
  form,
  box,
  area,
  creditCode,
  host,
}: WebhookProposal['webhook']) => ({
  id,
  name,
  form,
  box,
  area,
  creditCode,
  host,
});

const requireListed = async (
  { creditCode, area }: Pick<Webhook, 'creditCode' | 'area'>,
  deps: ReferenceDeps & ListedAreaDeps,
): Promise<void> => {
  await requireListedAreas([area], deps);
  if (creditCode !== undefined) await requireListedDepartment({ creditCode, area }, deps);
};

/** The boxes of the city are read by its own people only. */
const refuseBelowCity = ({ box, area }: Pick<Webhook, 'area' | 'box'>): void => {
  if (!isBoxOfCity(box) || isWholeCity(area)) return;
  throw new Problem('invalid_input', { errors: [{ path: '/box', problem: 'box_of_city' }] });
};

const requireRoom = async (area: string, { webhooks }: WebhookDeps): Promise<void> => {
  const own = countingArea(area);
  const others = (await webhooks.all()).filter((one) => countingArea(one.area) === own);
  if (others.length < mostWebhooks) return;
  throw new Problem('too_many_webhooks', {
    fact: { zh: `每个区域最多 ${mostWebhooks} 个`, en: `at most ${mostWebhooks} for an area` },
  });
};

/** `POST /v1/webhooks`: proposes a webhook for the notices of an area. */
export const admitWebhook =
  (deps: WebhookAdmissionDeps): StaffHandler =>
  async (request, staff) => {
    const admission = readBody(request, WebhookAdmission);
    const area = countingArea(admission.area);
    requireReach(staff, area);
    refuseDepartment(admission);
    refuseBelowCity(admission);
    await requireListed(admission, deps);
    await requireRoom(area, deps);
    const webhook = await webhookOf(deps, admission, secretOf(admission));
    return answerProposed({ proposal: { power: 'webhook', webhook }, area }, staff, deps);
  };

export const recheckWebhook =
  (deps: WebhookDeps & ReferenceDeps & ListedAreaDeps): Executor<'webhook'>['recheck'] =>
  async ({ webhook }) => {
    refuseBelowCity(webhook);
    await requireListed(webhook, deps);
    await requireRoom(webhook.area, deps);
  };

/**
 * Registers the webhook, which receives its notices from then on. The answer is the only place that
 * shows a generated secret.
 */
export const carryOutWebhook =
  (deps: WebhookDeps & { readonly keys: KeyRing }): CarryOut<'webhook'> =>
  async ({ webhook }, signed) => {
    await deps.webhooks.admit({ ...webhook, ...signed });
    const shown = shownWebhook(webhook);
    if (webhook.form === 'robot') return shown;
    const secret = await deps.keys.decrypt(webhook.sealedSecret, webhookSecretPlace(webhook.id));
    return { ...shown, secret };
  };
