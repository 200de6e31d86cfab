import { CenterAccessRequest } from '../../events/exchange/outbox.ts';
import { wellSince } from '../../shared/domain/exchange/center-health.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { readBody } from '../../shared/http/body.ts';
import type { Answer, HttpRequest } from '../../shared/http/edge.ts';
import { sealSecrets } from '../../shared/http/exchange/center-access.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { CenterAccess, CenterStore } from '../../shared/port/exchange/center-store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { healthView } from './record/record-view.ts';

export interface CenterAccessDeps {
  readonly now: Now;
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
        setBy: access.setBy,
        setAt: withOffset(access.setAt),
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
const resetCenterHealth = async ({ center }: CenterAccessDeps): Promise<void> => {
  const health = await center.health();
  if (health === undefined || health.failures === 0) return;
  await center.saveHealth({ failures: 0, version: health.version + 1 });
};

const setAccess = async (
  request: HttpRequest,
  setBy: string,
  deps: CenterAccessDeps,
): Promise<void> => {
  const asked = readBody(request, CenterAccessRequest);
  const before = await deps.center.access();
  const saved = await deps.center.saveAccess({
    scheme: asked.scheme,
    accessKey: asked.accessKey,
    sealedSecrets: await sealSecrets(secretsOf(asked), deps.keys),
    setBy,
    setAt: deps.now(),
    version: (before?.version ?? 0) + 1,
  });
  if (saved === 'conflict') throw new Problem('busy');
  await resetCenterHealth(deps);
};

/**
 * `GET` and `PUT /v1/center`: returns or sets the credentials for calls to the provincial center; a
 * secret is never returned.
 */
export const manageCenterAccess =
  (deps: CenterAccessDeps): StaffHandler =>
  async (request, { id }) => {
    if (request.routeKey === setRoute) await setAccess(request, id, deps);
    return showAccess(deps);
  };
