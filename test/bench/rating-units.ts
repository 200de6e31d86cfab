/**
 * The cost of a good rating in DynamoDB capacity units, end to end, as the engine bills them: for
 * the intake (with its index), and for the figures and the report, at 50 ratings per second.
 */
import type { Caller } from '../../infra/local/client/loop-client.ts';
import type { TableUnits } from '../../infra/local/engine/table/read/capacity.ts';
import { done } from '../simulation/people.ts';
import { callsOf } from '../support/calls.ts';
import { acceptedEvent, creditCode, nextProjectNo } from '../support/case-facts.ts';
import { joinCity } from '../support/join-city.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { pageOf } from '../support/page-ref.ts';
import type { BenchRequest } from './arguments.ts';
import { rounded } from './finding.ts';
import type { Finding } from './finding.ts';
import { inHost, usualHost } from './host.ts';
import { settle } from './settle.ts';

const aSecond = 50;
const hour = 3_600_000;

interface Units {
  readonly write: number;
  readonly read: number;
}

const sumOf = (billed: Readonly<Record<string, TableUnits>>): Units => {
  const accounts = Object.values(billed).flatMap((table) => [
    table,
    ...Object.values(table.indexes),
  ]);
  return {
    write: accounts.reduce((sum, { write }) => sum + write, 0),
    read: accounts.reduce((sum, { read }) => sum + read, 0),
  };
};

const billed = ({ system }: Loop): Units => sumOf(system.tables.billed());

const less = (after: Units, before: Units): Units => ({
  write: after.write - before.write,
  read: after.read - before.read,
});

/** Cases with all fields that the center requires, at forty windows. */
const tokensOf = async (
  loop: Loop,
  integrator: Caller,
  count: number,
): Promise<readonly string[]> => {
  const calls = callsOf(loop, integrator);
  const at = new Date(loop.clock.now()).toISOString();
  const tokens: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const projectNo = nextProjectNo();
    const window = String(1 + (index % 40));
    const { header, ...event } = acceptedEvent({ projectNo, at, hall: '330602-H1', window });
    const department = { creditCode, name: '越城区测试局', orgCode: '001008006007014' };
    const events = [{ ...event, header: { ...header, department } }];
    await done(() => integrator.post('/v1/cases', { events }));
    tokens.push(await calls.tokenFor(projectNo));
  }
  return tokens;
};

interface RatingUnits {
  readonly ratings: number;
  readonly intake: Units;
  readonly behind: Units;
}

const ratingUnits = async (ratings: number): Promise<RatingUnits> => {
  const loop = await startLoop(inHost(usualHost));
  try {
    const { calls: integrator } = await loop.integrator();
    await joinCity(loop);
    const tokens = await tokensOf(loop, integrator, ratings);
    await settle(loop);
    // Delays the background work, so that both parts are measured separately.
    loop.system.faults.delayMs = hour;
    const before = billed(loop);
    for (const [index, token] of tokens.entries()) {
      await done(() =>
        loop.client.open().post('/v1/ratings', {
          token,
          clientRef: pageOf(token),
          level: 'satisfied',
          tags: ['408'],
        }),
      );
      if (index % aSecond === aSecond - 1) loop.clock.advance(1000);
    }
    const taken = billed(loop);
    delete loop.system.faults.delayMs;
    loop.clock.advance(hour);
    await settle(loop);
    return { ratings, intake: less(taken, before), behind: less(billed(loop), taken) };
  } finally {
    await loop.stop();
  }
};

export const unitFindings = async (request: BenchRequest): Promise<readonly Finding[]> => {
  const { ratings, intake, behind } = await ratingUnits(request.ratings);
  const each = (units: number): string => rounded(units / ratings);
  const reads = `${each(intake.read + behind.read)} read`;
  return [
    {
      what: 'units of the table at intake, a good rating',
      reach: '≤ 2 write',
      measured: `${each(intake.write)} write`,
    },
    {
      what: 'units of the table in all, a good rating',
      reach: '≤ 4 write',
      measured: `${each(intake.write + behind.write)} write, ${reads}`,
    },
  ];
};
