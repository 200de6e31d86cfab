/** The arguments of `npm run bench -- …`. */
import { parseArgs } from 'node:util';

import { OptionRefused, wholeNumber } from '../support/command-line.ts';
import { hosts } from './host.ts';
import type { Host } from './host.ts';

export const measurementNames = [
  'life',
  'start',
  'town',
  'month',
  'units',
  'cold',
  'peer',
] as const;
export type MeasurementName = (typeof measurementNames)[number];

export interface BenchRequest {
  readonly names: readonly MeasurementName[];
  readonly hosts: readonly Host[];
  /** Number of ratings whose whole life is measured. */
  readonly lives: number;
  /** Number of ratings for which units are counted. */
  readonly ratings: number;
  readonly days: number;
  readonly cases: number;
  /** Seconds of intake on each side of the comparison. */
  readonly seconds: number;
  /** Number of turns that the seconds are divided into; the sides alternate. */
  readonly turns: number;
  /** Whether `RESULTS.md` is written. */
  readonly write: boolean;
}

const isOneOf = <Name extends string>(names: readonly Name[], given: string): given is Name =>
  names.some((name) => name === given);

const known = <Name extends string>(names: readonly Name[], given: readonly string[]): Name[] =>
  given.map((one) => {
    if (isOneOf(names, one)) return one;
    throw new OptionRefused(`${one} is none of: ${names.join(', ')}`);
  });

export const usage = `usage: npm run bench -- [measurement …] [options]
  ${measurementNames.join(' ')}; without a name all but peer
  --write              also into test/bench/RESULTS.md
  --host <name>        ${hosts.join(' or ')}, for life, month and peer; both
  --lives <n>          of life, 200
  --days, --cases <n>  of month, 30 and 40
  --ratings <n>        of units, 1000
  --peer               as the name peer; needs PostgreSQL
  --seconds, --turns <n>  of peer, 60 a side in 4`;

const options = {
  peer: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  host: { type: 'string', multiple: true, default: [] as string[] },
  lives: { type: 'string', default: '200' },
  ratings: { type: 'string', default: '1000' },
  days: { type: 'string', default: '30' },
  cases: { type: 'string', default: '40' },
  seconds: { type: 'string', default: '60' },
  turns: { type: 'string', default: '4' },
} as const;

/** Without a name: all but `peer`, which takes minutes and needs PostgreSQL. */
const chosen = (asked: readonly MeasurementName[]): readonly MeasurementName[] =>
  measurementNames.filter((name) =>
    asked.length === 0 ? name !== 'peer' : asked.some((one) => one === name),
  );

/** Throws `OptionRefused`, or Node's error for an unknown option. */
export const readArguments = (args: readonly string[]): BenchRequest => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const asked = known(measurementNames, [...positionals, ...(values.peer ? ['peer'] : [])]);
  const given = known(hosts, values.host);
  return {
    names: chosen(asked),
    hosts: given.length === 0 ? hosts : given,
    lives: wholeNumber('lives', values.lives),
    ratings: wholeNumber('ratings', values.ratings),
    days: wholeNumber('days', values.days),
    cases: wholeNumber('cases', values.cases),
    seconds: wholeNumber('seconds', values.seconds),
    turns: wholeNumber('turns', values.turns),
    write: values.write,
  };
};
