import { secondsOf as secondsOfMonth } from '../simulation/arguments.ts';
import type { BenchRequest, MeasurementName } from './arguments.ts';

/**
 * Estimated from the measurements in `RESULTS.md`, so that a long silence is not mistaken for a
 * failure.
 */
const seconds: Readonly<Record<MeasurementName, (request: BenchRequest) => number>> = {
  life: ({ lives, hosts }) => hosts.length * (10 + 0.12 * lives),
  start: () => 30,
  town: () => 70,
  month: ({ days, cases }) => secondsOfMonth(days, cases),
  cold: () => 1,
  units: ({ ratings }) => 10 + 0.035 * ratings,
  peer: ({ seconds: each, hosts, turns }) => hosts.length * (20 + 2 * each + 10 * turns),
};

/** The approximate duration of a measurement on two slow cores. */
export const secondsOf = (name: MeasurementName, request: BenchRequest): number =>
  seconds[name](request);
