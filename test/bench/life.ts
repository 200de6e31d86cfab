/**
 * The whole life of a good rating: the case is accepted and finished, its link is created, the
 * resident rates, the rating is counted and reported to the simulated center. Client, engine,
 * functions and center are in this process.
 */
import type { Caller } from '../../infra/local/client/loop-client.ts';
import { center } from '../simulation/center-access.ts';
import { done } from '../simulation/people.ts';
import { callsOf } from '../support/calls.ts';
import { acceptedEvent, creditCode, nextProjectNo } from '../support/case-facts.ts';
import { joinCity } from '../support/join-city.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { pageOf } from '../support/page-ref.ts';
import type { BenchRequest } from './arguments.ts';
import { costOf } from './cost.ts';
import type { Cost } from './cost.ts';
import { against, rounded } from './finding.ts';
import type { Finding } from './finding.ts';
import { inHost } from './host.ts';
import type { Host } from './host.ts';
import { settle } from './settle.ts';

const atMost = { inProcess: 6, workers: 60 } as const;
const warmUp = 20;

/** A case with all fields that the center requires, accepted and finished at one visit. */
const eventsOf = (loop: Loop, projectNo: string, window: string): readonly object[] => {
  const at = new Date(loop.clock.now()).toISOString();
  const { header, ...accepted } = acceptedEvent({ projectNo, at, hall: '330602-H1', window });
  const department = { creditCode, name: '越城区测试局', orgCode: '001008006007014' };
  const result = { outcome: 'granted' };
  return [
    { ...accepted, header: { ...header, department } },
    { eventId: `${projectNo}-finished`, type: 'finished', projectNo, at, result },
  ];
};

const live = async (loop: Loop, integrator: Caller, index: number): Promise<void> => {
  const projectNo = nextProjectNo();
  const events = eventsOf(loop, projectNo, String(1 + (index % 40)));
  await done(() => integrator.post('/v1/cases', { events }));
  const token = await callsOf(loop, integrator).tokenFor(projectNo);
  const words = { token, clientRef: pageOf(token), level: 'satisfied', tags: ['408'] };
  await done(() => loop.client.open().post('/v1/ratings', words));
};

const liveAll = async (loop: Loop, integrator: Caller, lives: number): Promise<void> => {
  for (let index = 0; index < lives; index += 1) {
    await live(loop, integrator, index);
    // Fifty per second, as in the measurement of the units.
    loop.clock.advance(20);
  }
  await settle(loop);
};

class LivesLost extends Error {}

const ratingsAtCenter = async (loop: Loop): Promise<number> => {
  const { records } = await center<{ records: readonly { kind: string }[] }>(loop, '?records');
  return records.filter(({ kind }) => kind === 'rating').length;
};

/** The cost of one life. The cost of the schedules in minutes without other work is subtracted. */
const measureLife = async (host: Host, lives: number): Promise<Cost> => {
  const loop = await startLoop(inHost(host));
  try {
    const { calls: integrator } = await loop.integrator();
    await joinCity(loop);
    await liveAll(loop, integrator, warmUp);
    const empty = await costOf(() => settle(loop));
    const all = await costOf(() => liveAll(loop, integrator, lives));
    const held = await ratingsAtCenter(loop);
    if (held !== warmUp + lives) throw new LivesLost(`the center holds ${held} ratings`);
    return { cpu: (all.cpu - empty.cpu) / lives, wall: (all.wall - empty.wall) / lives };
  } finally {
    await loop.stop();
  }
};

export const lifeFindings = async (request: BenchRequest): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const host of request.hosts) {
    const { cpu, wall } = await measureLife(host, request.lives);
    const what = `a good rating’s whole life, host ${host}`;
    const beside = `${rounded(wall)} ms wall`;
    findings.push(against({ what, value: cpu, unit: 'ms CPU', atMost: atMost[host], beside }));
  }
  return findings;
};
