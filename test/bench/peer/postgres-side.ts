/**
 * The other side: the conventional alternative on PostgreSQL. `node postgres-side.ts <socket
 * directory>`.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { Pool } from 'pg';

import { creditCode, nextProjectNo } from '../../support/case-facts.ts';
import { intakeApp, signedToken } from './app.ts';
import { serveParent } from './child.ts';
import { RatingsLost } from './side.ts';
import type { AcceptedAt, Drained, SideReady } from './side.ts';
import * as sql from './statements.table.ts';

const [socketDirectory = ''] = process.argv.slice(2);
const secret = randomBytes(32).toString('hex');
const emptyAgainMs = 100;

const pool = new Pool({ host: socketDirectory, user: 'postgres', database: 'postgres', max: 16 });
await pool.query(sql.schema);

const one = async (statement: string): Promise<Readonly<Record<string, number>>> =>
  (await pool.query<Record<string, number>>(statement)).rows[0] ?? {};

const stopping = new AbortController();

/** The background worker: counts new ratings and polls again after a short time. */
const project = async (): Promise<void> => {
  while (!stopping.signal.aborted) {
    const { taken = 0 } = await one(sql.drainOutbox);
    if (taken === 0) await sleep(emptyAgainMs);
  }
};

const app = intakeApp(pool, secret);
const url = await app.listen({ host: '127.0.0.1', port: 0 });
const projecting = project();

let before = 0;

const prepare = async (count: number): Promise<readonly string[]> => {
  const projectNos = Array.from({ length: count }, nextProjectNo);
  await pool.query(sql.insertContacts, [projectNos, creditCode, '330602']);
  before = (await one(sql.newestOutbox))['id'] ?? 0;
  return projectNos.map((projectNo) => signedToken(secret, projectNo));
};

let acceptedEver = 0;
const limitMs = 300_000;

const drain = async (accepted: readonly AcceptedAt[]): Promise<Drained> => {
  acceptedEver += accepted.length;
  const began = performance.now();
  for (;;) {
    const { rated = 0 } = await one(sql.countedEver);
    if (rated === acceptedEver) break;
    if (performance.now() - began > limitMs) throw new RatingsLost(`${rated} of ${acceptedEver}`);
    await sleep(10);
  }
  const seconds = (performance.now() - began) / 1000;
  const { rows } = await pool.query<{ lag: number }>(sql.lagsSince, [before]);
  return { seconds, lags: rows.map(({ lag }) => lag) };
};

serveParent<SideReady>({
  ready: { url, warmUp: 2000 },
  answers: { prepare, drain },
  async stop() {
    stopping.abort();
    await projecting;
    await app.close();
    await pool.end();
  },
});
