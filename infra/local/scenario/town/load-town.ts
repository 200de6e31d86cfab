import {
  civilDateOf,
  fromEpoch,
  nextDate,
  atCivil,
} from '../../../../shared/domain/time/instant.ts';
import type { CivilDate, Instant } from '../../../../shared/domain/time/instant.ts';
import { loopClient } from '../../client/loop-client.ts';
import type { Fetch } from '../../client/loop-client.ts';
import type { SteerableClock } from '../../engine/clock.ts';
import { historyDays } from './day.ts';
import { actOnTickets } from './load/act-on-tickets.ts';
import { admitCenter } from './load/admit-center.ts';
import { admitIntegrators } from './load/admit-integrators.ts';
import { sendHeartbeats, enrolPads } from './load/enrol-pads.ts';
import { emptyLedger, readLedger, writeLedger } from './load/ledger.ts';
import type { Ledger } from './load/ledger.ts';
import type { LoadCounts, Loading } from './load/loading.ts';
import { rateContacts } from './load/rate-contacts.ts';
import { reportCases } from './load/report-cases.ts';
import { townPlan, usualSeed } from './plan.ts';
import type { PlannedStop, TownPlan } from './plan.ts';

export interface LoadOptions {
  /** Address of the running instance. */
  readonly url: string;
  /** How it is reached; by default over HTTP. */
  readonly fetch?: Fetch;
  /** The instance's clock: stands at `historyStart(today)` or earlier, and is moved up to `until`. */
  readonly clock: Pick<SteerableClock, 'now' | 'set'>;
  /** Where `town.json` is kept. */
  readonly dataDir: string;
  /** A bearer token for an account of `townAccounts`, good at the clock's present time. */
  readonly tokenOf: (account: string) => Promise<string>;
  /** Where the clock stands in the end, epoch milliseconds: as a rule the real time. */
  readonly until: number;
  readonly seed?: string;
  /** What is played; by default the whole town. */
  readonly planned?: (seed: string, today: CivilDate) => TownPlan;
  /** Waits until the instance has dealt with the tickets that were opened, before time moves on. */
  readonly settled?: () => Promise<void>;
  readonly progress?: (line: string) => void;
  /** Asked before each stop of the plan; the loading ends there with `LoadStopped`. */
  readonly isStopping?: () => boolean;
}

/** The loading was asked to end; what was played until then is kept, and the rest can follow. */
export class LoadStopped extends Error {
  constructor() {
    super('the loading of the town was stopped');
    this.name = 'LoadStopped';
  }
}

export type Loaded = Readonly<LoadCounts> & { readonly stops: number };

/** The moment at which the history of the town begins: the clock of a new instance starts here. */
export const historyStart = (today: CivilDate): Instant =>
  atCivil(nextDate(today, -historyDays), 0);

const moveTo = ({ clock }: LoadOptions, at: number): void => {
  if (at > clock.now()) clock.set(at);
};

const openLedger = ({ dataDir, seed = usualSeed, until }: LoadOptions): Ledger => {
  const known = readLedger(dataDir);
  if (known) return known;
  const ledger = emptyLedger(seed, civilDateOf(fromEpoch(until)));
  writeLedger(dataDir, ledger);
  return ledger;
};

const playStop = async (
  loading: Loading,
  stop: PlannedStop,
  options: LoadOptions,
): Promise<void> => {
  moveTo(options, Date.parse(stop.at));
  // What fell due on the way happens before people act again.
  await options.settled?.();
  await reportCases(loading, stop);
  await actOnTickets(loading, stop);
  await rateContacts(loading, stop);
  // What cases and ratings set off happens behind the answer; a jump of the clock must not fall into it.
  await options.settled?.();
  loading.ledger.played = stop.number;
  loading.keep();
};

/** By the plan, so that the sums go on after an interruption. */
const reportProgress = (
  played: readonly PlannedStop[],
  options: LoadOptions,
  date: string,
): void => {
  const count = (of: (stop: PlannedStop) => readonly unknown[]): number =>
    played.reduce((sum, stop) => sum + of(stop).length, 0);
  const events = count((stop) => stop.events);
  const ratings = count((stop) => stop.ratings);
  const tickets = count((stop) => stop.ratings.filter(({ course }) => course !== undefined));
  const actions = count((stop) => stop.actions);
  options.progress?.(
    `${date} · ${events} case events, ${ratings} ratings, ${tickets} tickets, ${actions} actions`,
  );
};

const dateOf = (stop: PlannedStop | undefined): string => (stop ? civilDateOf(stop.at) : '');

const playStops = async (loading: Loading, options: LoadOptions): Promise<number> => {
  const { planned = townPlan } = options;
  const { stops } = planned(loading.ledger.seed, loading.ledger.today);
  const done = stops.filter((stop) => stop.number <= loading.ledger.played).length;
  for (let index = done; index < stops.length; index += 1) {
    if (options.isStopping?.() === true) throw new LoadStopped();
    const stop = stops[index] as PlannedStop;
    await playStop(loading, stop, options);
    const date = dateOf(stop);
    if (date !== dateOf(stops[index + 1])) reportProgress(stops.slice(0, index + 1), options, date);
  }
  return stops.length - done;
};

/**
 * Fills an instance with the small town through its own HTTP interface, while the clock is moved
 * from four weeks ago to `until`, so that every receipt time, deadline and audit step is real.
 *
 * Safe to repeat: progress and keys are kept in `<dataDir>/town.json`; after a crash the stop that
 * was under way is played again and every call in it is one that the instance recognises. What the
 * instance refuses ends the loading with a `TownRefused` that names it.
 */
export const loadTown = async (options: LoadOptions): Promise<Loaded> => {
  const { url, clock, dataDir } = options;
  const ledger = openLedger(options);
  const counts: LoadCounts = {
    events: 0,
    ratings: 0,
    tickets: 0,
    actions: 0,
    repeats: 0,
    missed: 0,
  };
  if (ledger.finished) return { ...counts, stops: 0 };
  const loading: Loading = {
    client: loopClient(url, {
      now: () => clock.now(),
      ...(options.fetch && { fetch: options.fetch }),
    }),
    ledger,
    counts,
    keep: () => writeLedger(dataDir, ledger),
    tokenOf: options.tokenOf,
    now: () => clock.now(),
  };
  moveTo(options, Date.parse(historyStart(ledger.today)));
  await admitIntegrators(loading);
  await admitCenter(loading);
  await enrolPads(loading);
  const stops = await playStops(loading, options);
  moveTo(options, options.until);
  await sendHeartbeats(loading);
  await options.settled?.();
  ledger.finished = true;
  loading.keep();
  return { ...counts, stops };
};
