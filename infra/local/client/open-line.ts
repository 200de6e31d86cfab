import type { Access } from './credentials.ts';
import { faultWords } from './fault-words.ts';
import { loopClient } from './loop-client.ts';
import type { LoopClient, ProblemBody } from './loop-client.ts';
import { serverClock } from './server-clock.ts';

/** Nothing can be sent there, or not with that key. */
class NotLetIn extends Error {}

export interface OpenLine {
  readonly client: LoopClient;
  /** Epoch milliseconds at the service. */
  readonly now: () => number;
}

/** Where to look first, of what a person can have mistyped. */
const advice: Readonly<Record<string, string>> = {
  signature_invalid:
    '先核对 --secret，它只在创建时显示一次 · check --secret first; it was shown once, when it was made',
  access_key_unknown: '先核对 --key · check --key first',
};

/** The number of no case: whoever is told so was let in. */
const knock = '/v1/cases/000000000000000000000';

const clockOf = async ({ url, key }: Access): Promise<() => number> => {
  try {
    return await serverClock(url, key);
  } catch (fault) {
    throw new NotLetIn(`无法连接 · cannot reach ${url} (${faultWords(fault)})`);
  }
};

/**
 * A line to the service that is known to answer and to take the key, before anything is sent, or
 * judged, over it. A service that is only busy is let pass.
 * @throws NotLetIn
 */
export const openLine = async (access: Access): Promise<OpenLine> => {
  const { url, key } = access;
  const now = await clockOf(access);
  const client = loopClient(url, { now });
  const { status, body } = await client.signed(key).get<Partial<ProblemBody> | string>(knock);
  const { code, detail } = typeof body === 'string' ? {} : body;
  if (status < 500 && status !== 429 && code !== 'case_unknown') {
    const told =
      code === undefined
        ? '不是本服务 · not this service'
        : `${code} ${advice[code] ?? detail ?? ''}`;
    throw new NotLetIn(`${url}: HTTP ${status} ${told}`);
  }
  return { client, now };
};
