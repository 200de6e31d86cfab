/** The arguments of `npm run simulate -- …`. */
import { parseArgs } from 'node:util';

import { civilDate } from '../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import { OptionRefused, wholeNumber } from '../support/command-line.ts';

export interface SimulationRequest {
  readonly days: number;
  readonly casesADay: number;
  readonly seed: string;
  readonly from: CivilDate;
}

export const usage = `usage: npm run simulate -- [options]
  --days <n>           how many days are played, 30
  --cases <n>          cases a day, 40
  --seed <text>        what chance is drawn from; the same seed, the same month
  --from <yyyy-mm-dd>  the first day, 2026-11-02
exit: 0 everything was as it must be; 1 something was not; 2 nothing was played or proved`;

const options = {
  days: { type: 'string', default: '30' },
  cases: { type: 'string', default: '40' },
  seed: { type: 'string', default: 'simulation' },
  from: { type: 'string', default: '2026-11-02' },
} as const;

const dayOf = (given: string): CivilDate => {
  const day = civilDate(given);
  if (day !== undefined) return day;
  throw new OptionRefused(`--from is a day, as 2026-11-02, not ${given}`);
};

/** Throws `OptionRefused`, or Node's error for an unknown option. */
export const readSimulation = (args: readonly string[]): SimulationRequest => {
  const { values } = parseArgs({ args: [...args], options });
  return {
    days: wholeNumber('days', values.days),
    casesADay: wholeNumber('cases', values.cases),
    seed: values.seed,
    from: dayOf(values.from),
  };
};

/**
 * The duration of a case including the nightly work, as in `bench/RESULTS.md` for a month; and of
 * the boot.
 */
const secondsOfCase = 0.32;
const secondsOfBoot = 15;

export const secondsOf = (days: number, casesADay: number): number =>
  secondsOfBoot + secondsOfCase * days * casesADay;
