import type { Faults } from '../../infra/local/engine/model.ts';

export interface FaultDay {
  /** Days of the simulation, from 1, both included. */
  readonly from: number;
  readonly to: number;
  readonly faults: Faults;
  readonly what: string;
}

/**
 * The faults of the month. Several rows of one day apply together; a row for the center replaces an
 * earlier one.
 */
export const faultDays: readonly FaultDay[] = [
  { from: 1, to: 20, faults: { duplicate: 2 }, what: 'every delivery comes twice' },
  { from: 4, to: 24, faults: { crash: 0.05 }, what: 'answers get lost after the work is done' },
  { from: 6, to: 12, faults: { throttle: 0.03 }, what: 'the table throttles' },
  { from: 2, to: 14, faults: { conflict: 0.1 }, what: 'transactions meet others on their items' },
  { from: 3, to: 16, faults: { leftOver: 0.3 }, what: 'batches come back unfinished' },
  { from: 2, to: 18, faults: { indexLag: 5000 }, what: 'indexes are five seconds behind' },
  { from: 1, to: 22, faults: { reorder: 0.5 }, what: 'queues hand out in another order' },
  { from: 9, to: 21, faults: { timeout: 0.01 }, what: 'calls are done and never answered' },
  { from: 5, to: 8, faults: { center: { down: true } }, what: 'the center is down for four days' },
  { from: 10, to: 10, faults: { center: { timeoutAfterCommit: 5 } }, what: 'answers are cut off' },
  {
    from: 13,
    to: 13,
    faults: { center: { refuse: { code: '1007', times: 2 } } },
    what: 'the center refuses two records',
  },
  { from: 15, to: 15, faults: { center: { garbage: 4 } }, what: 'the center answers garbage' },
  { from: 17, to: 17, faults: { center: { status500: 6 } }, what: 'the center answers 500' },
  {
    from: 19,
    to: 19,
    faults: { center: { duplicateAnswer: 4 } },
    what: 'the center calls new records repeats',
  },
];

/** The faults within the simulated days. */
export const faultDaysWithin = (days: number): readonly Omit<FaultDay, 'faults'>[] =>
  faultDays
    .filter(({ from }) => from <= days)
    .map(({ from, to, what }) => ({ from, to: Math.min(to, days), what }));

/** A copy, because faults with a count are used up in place. */
export const faultsOn = (day: number): Faults =>
  structuredClone(
    Object.assign(
      {},
      ...faultDays.filter(({ from, to }) => from <= day && day <= to).map(({ faults }) => faults),
    ),
  ) as Faults;
