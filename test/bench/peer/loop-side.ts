/**
 * The side of this project: the runtime with data on disk and a running clock. `node loop-side.ts
 * <host> <data dir>`.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';

import { runningClock } from '../../../infra/local/engine/clock.ts';
import { mapConcurrent } from '../../../shared/concurrency.ts';
import { firstIssuer } from '../../../shared/domain/access/issuer.ts';
import { civilDateOf, fromEpoch } from '../../../shared/domain/time/instant.ts';
import { issueToken } from '../../../shared/http/token.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { keyRing } from '../../../shared/store/key-ring.ts';
import { center } from '../../simulation/center-access.ts';
import { figures } from '../../simulation/month-outcome.ts';
import { done } from '../../simulation/people.ts';
import { acceptedEvent, creditCode, nextProjectNo } from '../../support/case-facts.ts';
import { joinCity } from '../../support/join-city.ts';
import { mondayMorning, startLoop } from '../../support/loop.ts';
import type { Loop } from '../../support/loop.ts';
import { inHost } from '../host.ts';
import type { Host } from '../host.ts';
import { serveParent } from './child.ts';
import { RatingsLost } from './side.ts';
import type { AcceptedAt, Drained, SideReady } from './side.ts';

const batch = 100;
const batchesAtOnce = 4;
/** Figures are counted when a batch of changes is full or has waited for a minute. */
const aMinute = 61_000;

const [host = '', dataDir = ''] = process.argv.slice(2);
const clock = runningClock(mondayMorning);
const loop = await startLoop({ dataDir, clock, ...inHost(host as Host) });
const { calls: integrator } = await loop.integrator();
await joinCity(loop);

/** Reads the keys with the operator's access: a link contains only its signature. */
const keysOf = ({ system }: Loop): KeyRing => {
  const client = { ...system, endpoint: system.engineUrl };
  const environment = system.definition.functions.find(
    ({ environment }) => environment['FIELD_KEY_ARN'] !== undefined,
  )?.environment;
  const table = {
    client: new DynamoDBClient(client),
    name: environment?.['TABLE_NAME'] ?? '',
  };
  const keyArn = environment?.['FIELD_KEY_ARN'] ?? '';
  return keyRing(table, { kms: new KMSClient(client), keyArn, mayMake: false });
};
const keys = keysOf(loop);

const caseEvent = (projectNo: string, index: number): object => {
  const at = new Date(clock.now()).toISOString();
  const window = String(1 + (index % 40));
  const { header, ...event } = acceptedEvent({ projectNo, at, hall: '330602-H1', window });
  const department = { creditCode, name: '越城区测试局', orgCode: '001008006007014' };
  return { ...event, header: { ...header, department } };
};

/** Waiting only for the clock is not work: the minute of a batch is skipped. */
const rest = async (): Promise<void> => {
  await loop.system.idle();
  clock.advance(aMinute);
  await loop.system.idle();
};

const ofNobody = { issuer: firstIssuer, match: 'not_stated' } as const;

let projectNos: readonly string[] = [];

const prepare = async (count: number): Promise<readonly string[]> => {
  projectNos = Array.from({ length: count }, nextProjectNo);
  const events = projectNos.map(caseEvent);
  const batches = Array.from({ length: Math.ceil(count / batch) }, (_, index) =>
    events.slice(index * batch, (index + 1) * batch),
  );
  await mapConcurrent(batches, batchesAtOnce, (events) =>
    done(() => integrator.post('/v1/cases', { events })),
  );
  await rest();
  const issuedAt = fromEpoch(clock.now());
  const link = { serviceNumber: 1, channel: 'portal', issuedAt, ...ofNobody } as const;
  return Promise.all(projectNos.map((projectNo) => issueToken(keys, { ...link, projectNo })));
};

interface HeldRating {
  readonly kind: string;
  readonly key: string;
  readonly receivedAt: string;
}

const heldRatings = async (): Promise<ReadonlyMap<string, number>> => {
  const { records } = await center<{ records: readonly HeldRating[] }>(loop, '?records');
  const ratings = records.filter(({ kind }) => kind === 'rating');
  return new Map(ratings.map(({ key, receivedAt }) => [key.slice(0, 21), Date.parse(receivedAt)]));
};

let acceptedEver = 0;

const checkFigures = async (): Promise<void> => {
  const [from, to] = [mondayMorning, clock.now()].map((at) => civilDateOf(fromEpoch(at)));
  if (from === undefined || to === undefined) return;
  const { total } = await figures(loop, from, to);
  const { rated } = total.counts;
  if (rated === acceptedEver) return;
  throw new RatingsLost(`${acceptedEver} were accepted, the figures say ${rated}`);
};

const drain = async (accepted: readonly AcceptedAt[]): Promise<Drained> => {
  acceptedEver += accepted.length;
  const ahead = clock.now() - Date.now();
  const began = performance.now();
  await rest();
  const seconds = (performance.now() - began) / 1000;
  await checkFigures();
  const held = await heldRatings();
  const lags = accepted.map(({ index, at }) => {
    const receivedAt = held.get(projectNos[index] ?? '');
    if (receivedAt === undefined) throw new RatingsLost(`the center has no ${projectNos[index]}`);
    return Math.max(0, receivedAt - at - ahead);
  });
  return { seconds, lags };
};

serveParent<SideReady>({
  ready: { url: loop.system.url, warmUp: 200 },
  answers: { prepare, drain },
  async stop() {
    await loop.stop();
    clock.stop();
  },
});
