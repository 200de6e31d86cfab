import type { Access } from './credentials.ts';
import { faultWords } from './fault-words.ts';
import { loopClient } from './loop-client.ts';
import type { LoopClient, ProblemBody } from './loop-client.ts';
import { serverClock } from './server-clock.ts';

/** The service cannot be reached, or it does not accept the key. */
class NotLetIn extends Error {}

export interface OpenLine {
  readonly client: LoopClient;
  /** The service's time in epoch milliseconds. */
  readonly now: () => number;
}

/** What to check first, by problem code, among the things that a person may have mistyped. */
const advice: Readonly<Record<string, string>> = {
  signature_invalid:
    '先核对 --secret，它只在创建时显示一次 · check --secret first; it is shown only once, at creation',
  access_key_unknown: '先核对 --key · check --key first',
};

/** A case number that no case has. A "not found" response shows that the key was accepted. */
const knock = '/v1/cases/000000000000000000000';

const clockOf = async ({ url, key }: Access): Promise<() => number> => {
  try {
    return await serverClock(url, key);
  } catch (fault) {
    throw new NotLetIn(`无法连接 · cannot reach ${url} (${faultWords(fault)})`);
  }
};

/**
 * Checks that the service responds and accepts the key before anything is sent to it or judged
 * about it. A service that is only busy passes the check.
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
