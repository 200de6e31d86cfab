/** The `REQUEST` authorizer of HTTP APIs with simple responses: a function decides. */
import { z } from 'zod';

import type { LocalClock } from '../../engine/clock.ts';
import type { FunctionHosts } from '../../engine/model.ts';
import type { RequestAuthorizerDefinition } from '../template/authorizers.ts';
import { denyForbidden, denyUnauthorized } from './authorization.ts';
import type { Authorization, Authorize } from './authorization.ts';
import { integrationFault } from './gateway-answer.ts';
import { identityOf } from './identity-source.ts';
import { authorizerEvent } from './proxy-event.ts';

const SimpleResponse = z.object({
  isAuthorized: z.boolean(),
  context: z.record(z.string(), z.unknown()).default({}),
});

const decide = (value: unknown): Authorization => {
  const response = SimpleResponse.safeParse(value);
  if (!response.success) return { ok: false, answer: integrationFault() };
  if (!response.data.isAuthorized) return denyForbidden();
  return { ok: true, authorizer: { lambda: response.data.context } };
};

interface Kept {
  readonly authorization: Authorization;
  readonly until: number;
}

export const createRequestAuthorizer = (
  definition: RequestAuthorizerDefinition,
  hosts: FunctionHosts,
  clock: LocalClock,
): Authorize => {
  const { functionArn, identitySources, ttlSeconds } = definition;
  const kept = new Map<string, Kept>();
  return async (routed) => {
    const found = identitySources.map((source) => identityOf(source, routed.request));
    const identity = found.filter((value) => value !== undefined && value !== '');
    if (identity.length < found.length) return denyUnauthorized();
    const name = JSON.stringify(identity);
    const known = kept.get(name);
    if (known && known.until > clock.now()) return known.authorization;
    const answer = await hosts.invoke(functionArn, authorizerEvent(routed, identity as string[]));
    if (!answer.ok) return { ok: false, answer: integrationFault() };
    const authorization = decide(answer.value);
    kept.set(name, { authorization, until: clock.now() + ttlSeconds * 1000 });
    return authorization;
  };
};
