import { randomBytes } from 'node:crypto';

import type { CenterAnswer } from '../../domain/exchange/center-answer.ts';
import { answerOf } from '../../domain/exchange/record/answer.ts';
import { centerPaths } from '../../domain/exchange/record/center-path.table.ts';
import { toEpoch } from '../../domain/time/instant.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Now } from '../../port/clock.ts';
import type { CenterGateway } from '../../port/exchange/center-gateway.ts';
import { NoAnswer } from '../../port/http-out.ts';
import type { HttpOut, OutgoingPost } from '../../port/http-out.ts';
import { signedHeaders } from '../signature.ts';
import type { PlainCenterAccess } from './center-access.ts';
import { httpOut } from './http-out.ts';
import { smEnvelope } from './sm-envelope.ts';

/** How long the center may take for one record. */
const answerWithinMs = 10_000;

/** Many times the records of a department's day. */
const mostBytes = 4 * 1024 * 1024;

export const centerHttp = (): HttpOut => httpOut(answerWithinMs, mostBytes);

export interface CenterGatewayParts {
  /** Without a trailing slash; empty while the exchange is switched off. */
  readonly url: string;
  readonly now: Now;
  readonly http: HttpOut;
  readonly access: () => Promise<PlainCenterAccess | undefined>;
}

const json = { 'content-type': 'application/json; charset=utf-8' } as const;

interface Signing {
  readonly url: URL;
  readonly access: PlainCenterAccess;
  readonly at: Instant;
}

/**
 * Signs with the Zhejiang IRS gateway's own scheme, as read in code that calls it: the body is not
 * part of the signature.
 */
const hmacPost = (body: string, { url, access, at }: Signing): OutgoingPost => {
  const request = { method: 'POST', path: url.pathname, at: new Date(toEpoch(at)) };
  return { url: url.href, headers: { ...json, ...signedHeaders(request, access) }, body };
};

const smPost = (
  body: string,
  { url, access, at }: Signing,
  sm: NonNullable<PlainCenterAccess['sm']>,
): OutgoingPost => {
  const keys = { appMark: access.accessKey, appWord: access.secret, ...sm };
  const envelope = smEnvelope(body, keys, { at, iv: randomBytes(16) });
  return { url: url.href, headers: json, body: JSON.stringify(envelope) };
};

const signPost = (body: string, signing: Signing): OutgoingPost => {
  const { sm } = signing.access;
  return sm === undefined ? hmacPost(body, signing) : smPost(body, signing, sm);
};

const off: CenterAnswer = { state: 'unclear', why: 'off', message: 'nothing was sent' };
const silent: CenterAnswer = { state: 'unclear', why: 'no_answer', message: 'no answer came' };

export const centerGateway = ({ url, now, http, access }: CenterGatewayParts): CenterGateway => ({
  async send(operation, body) {
    const known = url === '' ? undefined : await access();
    if (known === undefined) return off;
    const signing = { url: new URL(url + centerPaths[operation]), access: known, at: now() };
    try {
      const { status, body: answer } = await http.post(signPost(JSON.stringify(body), signing));
      return answerOf(status, answer, body);
    } catch (fault) {
      if (fault instanceof NoAnswer) return silent;
      throw fault;
    }
  },
});
