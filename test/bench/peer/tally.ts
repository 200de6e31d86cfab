/** Summarizes the turns of one side. */
import { rounded } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { percentile } from '../percentile.ts';
import type { Burst } from './load.ts';
import type { Drained } from './side.ts';

export interface Turn {
  readonly burst: Burst;
  readonly drained: Drained;
}

export interface Tally {
  /** Accepted intakes per second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds from the response until the background work processed the rating. */
  readonly lag50: number;
  readonly lag99: number;
  /** Seconds after a turn until the background work was idle, on average. */
  readonly drain: number;
  readonly refused: number;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

export const tallyOf = (turns: readonly Turn[] = []): Tally => {
  const latencies = turns.flatMap(({ burst }) => burst.latencies);
  const lags = turns.flatMap(({ drained }) => drained.lags);
  return {
    rate: latencies.length / sum(turns.map(({ burst }) => burst.seconds)),
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    lag50: percentile(lags, 50),
    lag99: percentile(lags, 99),
    drain: sum(turns.map(({ drained }) => drained.seconds)) / turns.length,
    refused: sum(turns.flatMap(({ burst }) => Object.values(burst.refused))),
  };
};

export interface Compared {
  readonly host: string;
  readonly ours: Tally;
  readonly theirs: Tally;
}

const inAMinute = ({ rate }: Tally): string => (rate * 60).toFixed(0);

const loopWords = ({ lag50, lag99, drain }: Tally): string =>
  `lag p50 ${rounded(lag50 / 1000)} s, p99 ${rounded(lag99 / 1000)} s, drained ${rounded(drain)} s after a turn`;

/** Both sides, and this project as a multiple of the other. */
export const findingsOf = ({ host, ours, theirs }: Compared): readonly Finding[] => [
  {
    what: `intakes accepted in 60 s, host ${host}, beside Fastify + PostgreSQL`,
    reach: '≥ 1 × the peer',
    measured: `${inAMinute(ours)} beside ${inAMinute(theirs)}: ${rounded(ours.rate / theirs.rate)} × the peer`,
  },
  {
    what: `p99 of an intake, host ${host}, beside Fastify + PostgreSQL`,
    reach: '≤ 1 × the peer',
    measured:
      `${rounded(ours.p99)} ms (p50 ${rounded(ours.p50)}) beside ${rounded(theirs.p99)} ms ` +
      `(p50 ${rounded(theirs.p50)}): ${rounded(ours.p99 / theirs.p99)} × the peer`,
  },
  {
    what: `the loop behind the intake, host ${host}, beside Fastify + PostgreSQL`,
    reach: '–',
    measured: `${loopWords(ours)}; beside ${loopWords(theirs)}, counters only`,
  },
];
