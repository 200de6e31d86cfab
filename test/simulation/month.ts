/**
 * A simulated month on the booted template: cases, ratings and tickets of one district, with the
 * faults of `fault-plan.table.ts` injected, and the clock moved through every day.
 */
import { createRandom } from '../../infra/local/scenario/town/random.ts';
import { civilDateOf, fromEpoch } from '../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import { joinCity } from '../support/join-city.ts';
import type { Loop } from '../support/loop.ts';
import { faultsOn } from './fault-plan.table.ts';
import { answerTicket, approve, followUp, servedCase } from './people.ts';
import type { RatedCase, SimulatedCity } from './people.ts';

export interface MonthOptions {
  readonly days: number;
  readonly casesADay: number;
  readonly seed: string;
  readonly tell?: (line: string) => void;
}

export interface PlayedMonth {
  readonly city: SimulatedCity;
  readonly days: readonly CivilDate[];
  readonly cases: number;
  readonly rated: readonly RatedCase[];
  readonly followUps: number;
}

const hour = 3_600_000;
const day = 24 * hour;

const setFaults = ({ system }: Loop, number: number): void => {
  for (const name of Object.keys(system.faults))
    delete system.faults[name as keyof typeof system.faults];
  Object.assign(system.faults, faultsOn(number));
};

export const healed = ({ system }: Loop): void => {
  for (const name of Object.keys(system.faults))
    delete system.faults[name as keyof typeof system.faults];
};

/**
 * Time passes in steps, so that messages of failed deliveries become visible again and are
 * processed.
 */
export const passTime = async (
  { clock, system }: Loop,
  ms: number,
  steps: number,
): Promise<void> => {
  for (let step = 0; step < steps; step += 1) {
    clock.advance(ms / steps);
    await system.idle();
  }
};

const rateAll = async (city: SimulatedCity, count: number): Promise<readonly RatedCase[]> => {
  const rated: RatedCase[] = [];
  for (let index = 0; index < count; index += 1) {
    const one = await servedCase(city);
    if (one) rated.push(one);
  }
  return rated;
};

/** One in four is not handled, so that deadlines pass and rungs fire. */
const taken = ({ projectNo }: RatedCase): boolean => Number(projectNo.slice(-2)) % 4 !== 0;

/**
 * Tickets wait a day for their answer, a day for the approval and a day for the resident's
 * follow-up.
 */
const work = async (
  city: SimulatedCity,
  bad: readonly RatedCase[][],
  today: number,
): Promise<number> => {
  const of = (ago: number): readonly RatedCase[] => bad[today - ago] ?? [];
  for (const rated of of(1).filter(taken)) await answerTicket(city, rated);
  for (const rated of of(2).filter(taken)) await approve(city, rated);
  const last = of(3).filter(taken);
  for (const rated of last) await followUp(city, rated);
  return last.length;
};

const untilMorning = (now: number): number => {
  const sinceMidnight = (now + 8 * hour) % day;
  return (day - sinceMidnight + 9 * hour) % day || day;
};

export const playMonth = async (loop: Loop, options: MonthOptions): Promise<PlayedMonth> => {
  const { days, casesADay, seed, tell } = options;
  const { calls: integrator } = await loop.integrator();
  await joinCity(loop);
  const city: SimulatedCity = { loop, integrator, random: createRandom(seed) };
  const dates: CivilDate[] = [];
  const rated: RatedCase[] = [];
  const bad: RatedCase[][] = [];
  let followUps = 0;
  for (let number = 1; number <= days; number += 1) {
    setFaults(loop, number);
    dates.push(civilDateOf(fromEpoch(loop.clock.now())));
    const today = await rateAll(city, casesADay);
    rated.push(...today);
    bad[number] = today.filter((one) => one.bad);
    followUps += await work(city, bad, number);
    tell?.(`${dates.at(-1)} · ${rated.length} ratings, ${followUps} follow-ups`);
    await passTime(loop, untilMorning(loop.clock.now()), 2);
  }
  return { city, days: dates, cases: days * casesADay, rated, followUps };
};
