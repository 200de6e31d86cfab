import { CenterAccessRequest } from '../../events/exchange/outbox.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import { wellSince } from '../../shared/domain/exchange/center-health.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { Superseded } from '../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { readBody } from '../../shared/http/body.ts';
import type { Answer, HttpRequest } from '../../shared/http/edge.ts';
import { sealSecrets } from '../../shared/http/exchange/center-access.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { CenterAccess, CenterStore } from '../../shared/port/exchange/center-store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { healthView } from './record/record-view.ts';

export interface CenterAccessDeps extends ProposeDeps {
  readonly center: CenterStore;
  readonly keys: KeyRing;
  /** Empty while the city does not report to a provincial center. */
  readonly centerUrl: string;
}

const setRoute = 'PUT /v1/center';

const accessView = (access: CenterAccess | undefined) =>
  access === undefined
    ? null
    : {
        scheme: access.scheme,
        accessKey: access.accessKey,
        setBy: access.by,
        confirmedBy: access.confirmedBy,
        setAt: withOffset(access.at),
      };

const showAccess = async (deps: CenterAccessDeps): Promise<Answer> => {
  const { access, health = wellSince } = await deps.center.standing();
  return {
    status: 200,
    body: {
      exchange: deps.centerUrl === '' ? 'off' : 'on',
      access: accessView(access),
      center: healthView(health, deps.now()),
    },
  };
};

const secretsOf = (asked: CenterAccessRequest) =>
  asked.scheme === 'hmac'
    ? { secret: asked.secret }
    : {
        secret: asked.secret,
        sm: { sm4Key: asked.sm4Key, sm2PrivateKey: asked.sm2PrivateKey },
      };

/** Resets the failure count: failures under the old key say nothing about the new one. */
const resetCenterHealth = async (center: CenterStore): Promise<void> => {
  const health = await center.health();
  if (health === undefined || health.failures === 0) return;
  await center.saveHealth({ failures: 0, version: health.version + 1 });
};

const proposeAccess = async (
  request: HttpRequest,
  staff: Staff,
  deps: CenterAccessDeps,
): Promise<Answer> => {
  const asked = readBody(request, CenterAccessRequest);
  const { scheme, accessKey } = asked;
  const sealedSecrets = await sealSecrets(secretsOf(asked), deps.keys);
  const after = (await deps.center.access())?.version ?? 0;
  const proposal = { power: 'center_access', scheme, accessKey, sealedSecrets, after } as const;
  return answerProposed({ proposal, area: cityCode }, staff, deps);
};

/** The city signs its reports with these credentials from then on. */
export const carryOutCenterAccess =
  ({ center }: Pick<CenterAccessDeps, 'center'>): CarryOut<'center_access'> =>
  async ({ scheme, accessKey, sealedSecrets, after }, signed) => {
    const before = await center.access();
    const version = (before?.version ?? 0) + 1;
    const next = { scheme, accessKey, sealedSecrets, version, ...signed };
    const isOwn = before?.sealedSecrets === sealedSecrets;
    const isNewest = !isOwn && version - 1 === after;
    if (!isOwn && !(isNewest && (await center.saveAccess(next)) === 'saved')) {
      throw new Superseded();
    }
    await resetCenterHealth(center);
    return { scheme, accessKey };
  };

/**
 * `GET` and `PUT /v1/center`: returns the credentials for calls to the provincial center, without
 * any secret, or proposes others.
 */
export const manageCenterAccess =
  (deps: CenterAccessDeps): StaffHandler =>
  (request, staff) =>
    request.routeKey === setRoute ? proposeAccess(request, staff, deps) : showAccess(deps);
