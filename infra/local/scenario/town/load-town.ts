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
import { openPlayer } from '../player/player.ts';
import { historyDays } from './day.ts';
import { actOnTickets } from './load/act-on-tickets.ts';
import { admitCenter, admitIntegrators, admitPhone } from './load/admit-integrators.ts';
import { sendHeartbeats, enrolPads } from './load/enrol-pads.ts';
import { fillRegisters, fillSystems } from './load/fill-registers.ts';
import { createLedger, readLedger, writeLedger } from './load/ledger.ts';
import type { Ledger } from './load/ledger.ts';
import type { LoadCounts, Loading } from './load/loading.ts';
import { rateContacts } from './load/rate-contacts.ts';
import { reportCases } from './load/report-cases.ts';
import { planTown, usualSeed } from './plan.ts';
import type { PlannedStop, TownPlan } from './plan.ts';

export interface LoadOptions {
  /** The address of the running instance. */
  readonly url: string;
  /** Default: over HTTP. */
  readonly fetch?: Fetch;
  /** The clock of the instance. It starts at `historyStart(today)` or earlier and ends at `until`. */
  readonly clock: Pick<SteerableClock, 'now' | 'set'>;
  /** The directory of `town.json`. */
  readonly dataDir: string;
  /** A bearer token of an account of `townAccounts` that is valid at the time of the clock. */
  readonly tokenOf: (account: string) => Promise<string>;
  /** The time of the clock at the end, in epoch milliseconds: usually the real time. */
  readonly until: number;
  readonly seed?: string;
  /** Default: the plan of the whole town. */
  readonly makePlan?: (seed: string, today: CivilDate) => TownPlan;
  /** Waits until the instance is idle, before the clock moves. */
  readonly settle?: () => Promise<void>;
  readonly progress?: (line: string) => void;
  /** Called before each stop. When it returns true, the loading ends with `LoadStopped`. */
  readonly isStopping?: () => boolean;
}

/** The loading was stopped. It can go on from the stops that were played. */
export class LoadStopped extends Error {
  constructor() {
    super('the loading of the town was stopped');
    this.name = 'LoadStopped';
  }
}

export type Loaded = Readonly<LoadCounts> & { readonly stops: number };

/** The moment at which the history of the town begins, and the clock of a new instance starts. */
export const historyStart = (today: CivilDate): Instant =>
  atCivil(nextDate(today, -historyDays), 0);

const moveTo = ({ clock }: LoadOptions, at: number): void => {
  if (at > clock.now()) clock.set(at);
};

const openLedger = ({ dataDir, seed = usualSeed, until }: LoadOptions): Ledger => {
  const known = readLedger(dataDir);
  if (known) return known;
  const ledger = createLedger(seed, civilDateOf(fromEpoch(until)));
  writeLedger(dataDir, ledger);
  return ledger;
};

const playStop = async (
  loading: Loading,
  stop: PlannedStop,
  options: LoadOptions,
): Promise<void> => {
  moveTo(options, Date.parse(stop.at));
  // Everything that is due happens before people act again.
  await options.settle?.();
  await reportCases(loading, stop);
  await actOnTickets(loading, stop);
  await rateContacts(loading, stop);
  // The instance handles cases and ratings after its answer. The clock must not jump before that.
  await options.settle?.();
  loading.ledger.played = stop.number;
  loading.keep();
};

/** Counts by the plan, so that the numbers are right after an interruption. */
const reportProgress = (
  played: readonly PlannedStop[],
  options: LoadOptions,
  date: string,
): void => {
  const count = (of: (stop: PlannedStop) => readonly unknown[]): number =>
    played.reduce((sum, stop) => sum + of(stop).length, 0);
  const events = count((stop) => stop.events);
  const ratings = count((stop) => stop.ratings);
  const tickets = count((stop) => stop.ratings.filter(({ scenario }) => scenario !== undefined));
  const actions = count((stop) => stop.actions);
  options.progress?.(
    `${date} · ${events} case events, ${ratings} ratings, ${tickets} tickets, ${actions} actions`,
  );
};

const dateOf = (stop: PlannedStop | undefined): string => (stop ? civilDateOf(stop.at) : '');

const playStops = async (loading: Loading, options: LoadOptions): Promise<number> => {
  const { makePlan = planTown } = options;
  const { stops } = makePlan(loading.ledger.seed, loading.ledger.today);
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

const openLoading = (options: LoadOptions, ledger: Ledger): Loading => {
  const { url, clock, dataDir, fetch, tokenOf } = options;
  const now = (): number => clock.now();
  const client = loopClient(url, { now, ...(fetch && { fetch }) });
  return {
    player: openPlayer({ client, tokenOf }),
    ledger,
    counts: { events: 0, ratings: 0, tickets: 0, actions: 0, repeats: 0, missed: 0 },
    keep: () => writeLedger(dataDir, ledger),
    tokenOf,
    now,
  };
};

/**
 * Fills an instance with the small town through its API, while the clock moves from four weeks ago
 * to `until`. Receipt times, deadlines and audit steps are therefore real.
 *
 * The call is safe to repeat: `<dataDir>/town.json` keeps progress and keys. After an interruption
 * the last stop is played again, and the instance recognises each call of it as a repeat. A refusal
 * of the instance ends the loading with `ExpectationFailed`.
 */
export const loadTown = async (options: LoadOptions): Promise<Loaded> => {
  const ledger = openLedger(options);
  const loading = openLoading(options, ledger);
  const { counts } = loading;
  if (ledger.finished) return { ...counts, stops: 0 };
  moveTo(options, Date.parse(historyStart(ledger.today)));
  await fillRegisters(loading);
  await admitIntegrators(loading);
  await fillSystems(loading);
  await admitCenter(loading);
  await admitPhone(loading);
  await enrolPads(loading);
  const stops = await playStops(loading, options);
  moveTo(options, options.until);
  await sendHeartbeats(loading);
  await options.settle?.();
  ledger.finished = true;
  loading.keep();
  return { ...counts, stops };
};
