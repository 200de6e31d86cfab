import { cityCode } from '../../domain/area/area.ts';
import type { CalendarYear } from '../../domain/calendar/year.ts';
import { officialCalendarYears } from '../../domain/calendar/years.table.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { firstPolicy, shippedPolicies, startingPolicy } from '../../domain/policy/shipped.ts';
import { indicatorTableOf } from '../../domain/rating/indicator-list.ts';
import { shippedIndicators } from '../../domain/rating/indicator.ts';
import type { IndicatorTable } from '../../domain/rating/indicator.ts';
import { toEpoch } from '../../domain/time/instant.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { calendarOf } from '../../domain/time/working-days.ts';
import type { LoadedYear } from '../../port/calendar/store.ts';
import type { Now } from '../../port/clock.ts';
import { rulesLagMs } from '../../port/policy/rulebook.ts';
import type { Rulebook, RulesInForce, YearVersion } from '../../port/policy/rulebook.ts';
import { calendarPk, yearPrefix } from '../calendar/keys.ts';
import { storedYear } from '../calendar/schema.ts';
import { getItem, wholePart } from '../items.ts';
import { registerKey } from '../oversight/keys.ts';
import { registerStore } from '../oversight/register-store.ts';
import { storedRegisterHead } from '../oversight/schema.ts';
import type { Table } from '../table.ts';
import { activePolicyKey, policyKey } from './keys.ts';
import { storedPolicy, storedPolicyInForce } from './schema.ts';

interface Read {
  readonly rules: RulesInForce;
  readonly versions: ReadonlyMap<number, number>;
  readonly at: Instant;
}

/** A loaded year replaces the shipped one. */
const yearsWith = (loaded: readonly LoadedYear[]): readonly CalendarYear[] => {
  const own = new Map(officialCalendarYears.map((year) => [year.year, year]));
  for (const { calendar } of loaded) own.set(calendar.year, calendar);
  return [...own.values()].sort((a, b) => a.year - b.year);
};

/** Versions never change, so a policy that was read once is cached permanently. */
const policiesOf = (table: Table): Rulebook['policy'] => {
  const known = new Map<number, Policy>([[firstPolicy.version, firstPolicy]]);
  return async (version) => {
    const kept = known.get(version);
    if (kept !== undefined) return kept;
    const proposed = await getItem(table, storedPolicy, policyKey(version));
    const shipped = shippedPolicies.find((one) => one.version === version);
    const policy = proposed?.policy ?? shipped;
    if (policy !== undefined) known.set(version, policy);
    return policy;
  };
};

const findStartingPolicy = async (policyOf: Rulebook['policy']): Promise<Policy> => {
  const found = await Promise.all(shippedPolicies.map(({ version }) => policyOf(version)));
  return startingPolicy(found.filter((policy) => policy !== undefined));
};

type ReadIndicators = () => Promise<IndicatorTable>;

/** Reads the head of the list each time, and its entries once for each version. */
const indicatorsOf = (table: Table): ReadIndicators => {
  const key = { noun: 'indicators', area: cityCode } as const;
  const registers = registerStore(table);
  let known = { version: 0, table: shippedIndicators };
  return async () => {
    const version = (await getItem(table, storedRegisterHead, registerKey(key)))?.version ?? 0;
    if (version === known.version) return known.table;
    const list = await registers.find(key, version);
    if (list === undefined)
      throw new Error(`the indicators in force, version ${version}, are missing`);
    known = { version, table: indicatorTableOf(list) };
    return known.table;
  };
};

interface Sources {
  readonly policyOf: Rulebook['policy'];
  readonly readIndicators: ReadIndicators;
}

const read = async (
  table: Table,
  { policyOf, readIndicators }: Sources,
  at: Instant,
): Promise<Read> => {
  const [loaded, active, indicators] = await Promise.all([
    wholePart(table, storedYear, { pk: calendarPk, beginsWith: yearPrefix }),
    getItem(table, storedPolicyInForce, activePolicyKey),
    readIndicators(),
  ]);
  const policy = active ? await policyOf(active.version) : await findStartingPolicy(policyOf);
  if (policy === undefined)
    throw new Error(`the policy in force, version ${active?.version}, is missing`);
  const calendarYears = yearsWith(loaded);
  return {
    rules: { policy, calendarYears, calendar: calendarOf(calendarYears), indicators },
    versions: new Map(loaded.map(({ calendar, version }) => [calendar.year, version])),
    at,
  };
};

/** A negative age means that the clock was set back; the cached rules are not fresh then. */
const isFresh = ({ at }: Read, now: Instant): boolean => {
  const age = toEpoch(now) - toEpoch(at);
  return age >= 0 && age < rulesLagMs;
};

const hasYear = ({ versions }: Read, seen: YearVersion | undefined): boolean =>
  seen === undefined || (versions.get(seen.year) ?? 0) >= seen.version;

/**
 * Creates the rules backed by the table. Concurrent callers share one read, unless they require a
 * year that the read may have started too early for. A failed read is not cached.
 */
export const createRulebook = (table: Table, now: Now): Rulebook => {
  const policy = policiesOf(table);
  const sources = { policyOf: policy, readIndicators: indicatorsOf(table) };
  let last: Read | undefined;
  let underWay: Promise<Read> | undefined;

  const beginRead = (at: Instant): Promise<Read> => {
    const begun = read(table, sources, at)
      .then((done) => (last = done))
      .finally(() => {
        if (underWay === begun) underWay = undefined;
      });
    underWay = begun;
    return begun;
  };

  return {
    policy,

    latest: async () => (await beginRead(now())).rules,

    async now(seen) {
      const at = now();
      if (last !== undefined && isFresh(last, at) && hasYear(last, seen)) return last.rules;
      let found = await (underWay ?? beginRead(at));
      if (!hasYear(found, seen)) found = await beginRead(at);
      if (!hasYear(found, seen))
        throw new Error(`the loaded year ${seen?.year} is not visible yet`);
      return found.rules;
    },
  };
};
