/**
 * The JWT authorizer of HTTP APIs: verifies the signature by the issuer's published keys, the
 * issuer, the audience, the times by the engine's clock, and the scopes of the route. Source:
 * "Control access to HTTP APIs with JWT authorizers", API Gateway developer guide.
 */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

import type { JwtAuthorizerDefinition } from '../template/authorizers.ts';
import { denyForbidden, denyUnauthorized } from './authorization.ts';
import type { Authorization, Authorize } from './authorization.ts';
import { identityOf } from './identity-source.ts';
import { claimTexts } from './jwt-claims.ts';
import type { RoutedRequest } from './proxy-event.ts';

/** API Gateway accepts RSA signatures only. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

const Discovery = z.object({ jwks_uri: z.url() });

const discoverKeys = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const answer = await fetch(`${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error(`OIDC discovery endpoint answered ${answer.status}`);
  return createRemoteJWKSet(new URL(Discovery.parse(await answer.json()).jwks_uri));
};

/** Fetches the issuer's keys once; a failure is not cached. */
const keysOf = (issuer: string): (() => Promise<JWTVerifyGetKey>) => {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return () => {
    keys ??= discoverKeys(issuer).catch((fault: unknown) => {
      keys = undefined;
      throw fault;
    });
    return keys;
  };
};

/** `client_id` counts only when there is no `aud`. */
const audiencesOf = ({ aud, client_id: clientId }: JWTPayload): readonly unknown[] => {
  if (aud === undefined) return [clientId];
  return Array.isArray(aud) ? aud : [aud];
};

const scopesOf = ({ scope, scp }: JWTPayload): readonly string[] => {
  const given = scope ?? scp;
  if (Array.isArray(given)) return given.map(String);
  return typeof given === 'string' ? given.split(' ') : [];
};

const formatChallenge = (error: string, description: string): string =>
  `Bearer scope="" error="${error}" error_description="${description.replaceAll('"', "'")}"`;

const refuseToken = (why: string): Authorization =>
  denyUnauthorized(formatChallenge('invalid_token', why));

const admitToken = (payload: JWTPayload, wanted: readonly string[]): Authorization => {
  const held = scopesOf(payload).filter((scope) => wanted.includes(scope));
  if (wanted.length > 0 && held.length === 0) {
    return denyForbidden(
      formatChallenge('insufficient_scope', 'the token lacks a scope of the route'),
    );
  }
  const scopes = wanted.length > 0 ? held : null;
  return { ok: true, authorizer: { jwt: { claims: claimTexts(payload), scopes } } };
};

const whyInvalid = (fault: unknown): string =>
  fault instanceof errors.JOSEError ? fault.message : 'OIDC discovery endpoint communication error';

export const createJwtAuthorizer = (definition: JwtAuthorizerDefinition): Authorize => {
  const { issuer, audiences, identitySource } = definition;
  const keys = keysOf(issuer);
  const verify = async (token: string, { now }: RoutedRequest): Promise<JWTPayload> => {
    const options = { issuer, algorithms: ALGORITHMS, currentDate: new Date(now) };
    return (await jwtVerify(token, await keys(), options)).payload;
  };
  return async (routed) => {
    const given = identityOf(identitySource, routed.request);
    if (given === undefined) return denyUnauthorized('Bearer');
    try {
      const payload = await verify(given.replace(/^Bearer\s+/iu, ''), routed);
      const hasAudience = audiencesOf(payload).some((one) => audiences.includes(String(one)));
      if (!hasAudience) return refuseToken('invalid audience');
      if ((payload.iat ?? 0) * 1000 > routed.now)
        return refuseToken('the token is from the future');
      return admitToken(payload, routed.matched.route.scopes);
    } catch (fault) {
      return refuseToken(whyInvalid(fault));
    }
  };
};
