/**
 * The load generator, in a separate process: a fixed number of connections, each of which sends the
 * next request when it gets a response.
 */
import { Agent, request } from 'node:http';

import { pageOf } from '../../support/page-ref.ts';
import { serveParent } from './child.ts';
import { wordsOf } from './side.ts';
import type { AcceptedAt } from './side.ts';

export interface BurstOrder {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

export interface Burst {
  readonly accepted: readonly AcceptedAt[];
  /** Latencies of the accepted requests in milliseconds, in the same order. */
  readonly latencies: readonly number[];
  /** Number of responses other than 201, by status. */
  readonly refused: Readonly<Record<string, number>>;
  readonly seconds: number;
}

interface Sending {
  readonly agent: Agent;
  readonly target: string;
}

const answerLimitMs = 30_000;

const post = ({ agent, target }: Sending, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    };
    const sent = request(target, { agent, method: 'POST', headers }, (answer) => {
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', reject);
      answer.resume();
    });
    sent.setTimeout(answerLimitMs, () => sent.destroy(new Error('no answer in time')));
    sent.once('error', reject);
    sent.end(body);
  });

const burst = async ({ url, tokens, connections, seconds }: BurstOrder): Promise<Burst> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const sending = { agent, target: `${url}/v1/ratings` };
  const accepted: AcceptedAt[] = [];
  const latencies: number[] = [];
  const refused: Record<string, number> = {};
  const queue = tokens.entries();
  const began = performance.now();
  const connection = async (): Promise<void> => {
    for (const [index, token] of queue) {
      const from = performance.now();
      if (from - began > seconds * 1000) return;
      const status = await post(
        sending,
        JSON.stringify({ token, clientRef: pageOf(token), ...wordsOf(index) }),
      );
      if (status === 201) {
        latencies.push(performance.now() - from);
        accepted.push({ index, at: Date.now() });
      } else refused[status] = (refused[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const took = (performance.now() - began) / 1000;
  agent.destroy();
  return { accepted, latencies, refused, seconds: took };
};

serveParent({ ready: {}, answers: { burst }, stop: async () => process.exit(0) });
