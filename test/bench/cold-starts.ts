/**
 * The number of calls of an office day that cause a cold start: a model, nothing is measured. Calls
 * are distributed randomly over the day. An instance is kept for some time after its last call; AWS
 * does not document how long, ten minutes is commonly observed. A call is cold when no other call
 * precedes it within that time, and so is the first call of the day:
 *
 *     n calls of a function: 1 + (n − 1) · e^(−n · kept / day)
 *
 * Concurrent calls that need a second instance are not included, and neither is the time outside
 * office hours.
 */
import { callsOfDay } from './calls.table.ts';
import type { Finding } from './finding.ts';
import { rounded } from './finding.ts';

const dayMinutes = 8.5 * 60;
const keptMinutes = 10;

/** For a function that is called `calls` times a day on average. */
export const countColdStarts = (calls: number): number =>
  calls <= 1 ? calls : 1 + (calls - 1) * Math.exp((-calls * keptMinutes) / dayMinutes);

type Row = (typeof callsOfDay)[number];

const sumBy = (nameOf: (row: Row) => string): readonly number[] => {
  const groups = Map.groupBy(callsOfDay, nameOf);
  return [...groups.values()].map((rows) => rows.reduce((sum, { perDay }) => sum + perDay, 0));
};

const total = (calls: readonly number[]): number =>
  calls.reduce((sum, one) => sum + countColdStarts(one), 0);

const isByStaff = ({ to }: Row): boolean => to.endsWith('/staff');

export const coldStartFindings = async (): Promise<readonly Finding[]> => {
  const perVerb = sumBy(({ to, verb }) => `${to}/${verb}`);
  const perCaller = sumBy(({ to }) => to);
  const staffCalls = callsOfDay.filter(isByStaff).reduce((sum, { perDay }) => sum + perDay, 0);
  return [
    {
      what: 'cold starts of an office day at the city’s pace (model), one function per verb',
      reach: '–',
      measured: `${rounded(total(perVerb))} over ${perVerb.length} functions`,
    },
    {
      what: 'cold starts of an office day at the city’s pace (model), one per stage and caller',
      reach: 'fewer',
      measured: `${rounded(total(perCaller))} over ${perCaller.length} functions; staff make ${rounded(staffCalls)} calls`,
    },
  ];
};
