/**
 * The simulated month with its faults, until stuck records are sent again and the system is idle.
 */
import { resendStuck } from '../simulation/month-outcome.ts';
import { healed, passTime, playMonth } from '../simulation/month.ts';
import { startLoop } from '../support/loop.ts';
import type { BenchRequest } from './arguments.ts';
import { costOf } from './cost.ts';
import type { Cost } from './cost.ts';
import { against, rounded } from './finding.ts';
import type { Finding } from './finding.ts';
import { inHost, usualHost } from './host.ts';
import type { Host } from './host.ts';

const from = Date.parse('2026-11-02T09:00:00+08:00');
const hour = 3_600_000;

interface MonthSize {
  readonly days: number;
  readonly cases: number;
}

const measureMonth = async (host: Host, { days, cases }: MonthSize): Promise<Cost> => {
  const loop = await startLoop({ at: from, ...inHost(host) });
  try {
    return await costOf(async () => {
      await playMonth(loop, { days, casesADay: cases, seed: 'simulation' });
      healed(loop);
      await resendStuck(loop);
      await passTime(loop, 12 * hour, 24);
    });
  } finally {
    await loop.stop();
  }
};

/** The goal for thirty days of forty cases; another size has a proportional goal. */
const wholeGoal = { seconds: 8, cases: 1200 };

export const monthFindings = async (request: BenchRequest): Promise<readonly Finding[]> => {
  const { days, cases, hosts } = request;
  const host = hosts.includes(usualHost) ? usualHost : (hosts[0] ?? usualHost);
  const { cpu, wall } = await measureMonth(host, { days, cases });
  const atMost = (wholeGoal.seconds * days * cases) / wholeGoal.cases;
  const what = `a simulated month, ${days} days of ${cases} cases, host ${host}`;
  const beside = `${rounded(cpu / 1000)} s CPU`;
  return [against({ what, value: wall / 1000, unit: 's', atMost, beside })];
};
