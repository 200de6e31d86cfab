import type { Published } from '../../domain/message/message.ts';
import { toEpoch } from '../../domain/time/instant.ts';
import type { Now } from '../../port/clock.ts';
import { NoAnswer } from '../../port/http-out.ts';
import type { HttpOut, OutgoingPost } from '../../port/http-out.ts';
import type { MessagePublisher, OutgoingMessage } from '../../port/message/publisher.ts';
import { signedHeaders } from '../signature.ts';

/** The key of the gateway: it signs what the gateway gets, and the receipts that it sends. */
export interface GatewayKey {
  readonly accessKey: string;
  readonly secret: string;
}

export interface SmsGatewayParts {
  readonly url: string;
  readonly now: Now;
  readonly http: HttpOut;
  /** Undefined until a gateway was admitted. */
  readonly key: () => Promise<GatewayKey | undefined>;
}

const json = { 'content-type': 'application/json; charset=utf-8' } as const;

/** Statuses that a later attempt may not get: too early, too many, or a key that is being changed. */
const passing: ReadonlySet<number> = new Set([401, 403, 404, 408, 409, 425, 429]);

const outcomeOf = (status: number): Published => {
  if (status >= 200 && status < 300) return 'accepted';
  return status >= 400 && status < 500 && !passing.has(status) ? 'refused' : 'no_answer';
};

const postOf = (
  { requestId, mobile, text }: OutgoingMessage,
  { url, at, key }: { readonly url: URL; readonly at: Date; readonly key: GatewayKey },
): OutgoingPost => {
  const body = JSON.stringify({ requestId, mobile, text });
  const { pathname: path, search } = url;
  const signature = signedHeaders({ method: 'POST', path, query: search.slice(1), body, at }, key);
  return {
    url: url.href,
    headers: { ...json, 'idempotency-key': requestId, ...signature },
    body,
  };
};

/**
 * 短信网关: posts each message, signed like every request to this system. `requestId` is the same in
 * every attempt, in the body and as `Idempotency-Key`.
 */
export const smsGateway = ({ url, now, http, key }: SmsGatewayParts): MessagePublisher => ({
  async publish(message) {
    const known = await key();
    if (known === undefined) return 'no_answer';
    const signing = { url: new URL(url), at: new Date(toEpoch(now())), key: known };
    try {
      return outcomeOf((await http.post(postOf(message, signing))).status);
    } catch (fault) {
      if (fault instanceof NoAnswer) return 'no_answer';
      throw fault;
    }
  },
});
