import { cityCode } from '../../shared/domain/area/area.ts';
import { officialCalendarYears } from '../../shared/domain/calendar/years.table.ts';
import { shippedPolicies, startingPolicy } from '../../shared/domain/policy/shipped.ts';
import { indicatorTableOf } from '../../shared/domain/rating/indicator-list.ts';
import { shippedIndicators } from '../../shared/domain/rating/indicator.ts';
import { calendarOf } from '../../shared/domain/time/working-days.ts';
import { subjectId } from '../../shared/port/calendar/recount-publisher.ts';
import type {
  RecountOrder,
  RecountPublisher,
} from '../../shared/port/calendar/recount-publisher.ts';
import type { CalendarStore, LoadedYear, Recount } from '../../shared/port/calendar/store.ts';
import type { RegisterStore } from '../../shared/port/oversight/register-store.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import type { Activation, PolicyStore, ProposedPolicy } from '../../shared/port/policy/store.ts';
import { copyOf, maybeCopyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';

const recountKey = (year: number, yearVersion: number): string => `${year}/${yearVersion}`;

const fakeCalendars = (memory: Memory) => {
  const contents: LoadedYear[] = [];
  const recounts = new Versioned<Recount>();
  const newest = (year: number): LoadedYear | undefined =>
    contents.findLast(({ calendar }) => calendar.year === year);

  const calendars: CalendarStore = {
    async loaded(year) {
      await memory.turn();
      return maybeCopyOf(newest(year));
    },
    async history(year) {
      await memory.turn();
      return copyOf(contents.filter(({ calendar }) => calendar.year === year));
    },
    async load(next) {
      await memory.turn();
      const { year } = next.calendar;
      if ((newest(year)?.version ?? 0) !== next.version - 1) return 'conflict';
      contents.push(copyOf(next));
      memory.wrote('calendar_year');
      const round = { state: 'running', round: 1, notBefore: next.at } as const;
      const work = { year, yearVersion: next.version, listsDone: 0, queued: 0, version: 1 };
      return recounts.put(recountKey(year, next.version), { ...work, ...round });
    },
    async recountOf(year, yearVersion) {
      await memory.turn();
      return recounts.get(recountKey(year, yearVersion));
    },
    async unfinished() {
      await memory.turn();
      return recounts
        .values()
        .filter(({ state }) => state === 'running')
        .toSorted((a, b) => a.year - b.year || a.yearVersion - b.yearVersion);
    },
    async advance(next) {
      await memory.turn();
      const saved = recounts.put(recountKey(next.year, next.yearVersion), next);
      if (saved === 'saved') memory.wrote('recount');
      return saved;
    },
  };
  return { calendars, contents };
};

const fakePolicies = (memory: Memory) => {
  const proposed = new Map<number, ProposedPolicy>();
  const activations: Activation[] = [];

  const policies: PolicyStore = {
    async proposed() {
      await memory.turn();
      return [...proposed.values()]
        .toSorted((a, b) => a.policy.version - b.policy.version)
        .map(copyOf);
    },
    async propose(next) {
      await memory.turn();
      if (proposed.has(next.policy.version)) return 'conflict';
      proposed.set(next.policy.version, copyOf(next));
      memory.wrote('policy');
      return 'saved';
    },
    async activations() {
      await memory.turn();
      return copyOf(activations);
    },
    async activate(next) {
      await memory.turn();
      if (next.number !== activations.length + 1) return 'conflict';
      activations.push(copyOf(next));
      memory.wrote('activation');
      return 'saved';
    },
  };
  return { policies, proposed, activations };
};

type Calendars = ReturnType<typeof fakeCalendars>;
type Policies = ReturnType<typeof fakePolicies>;

/** Reads the current contents: the smallest delay that the port allows. */
const fakeRulebook = (
  { contents }: Calendars,
  { proposed, activations }: Policies,
  registers: RegisterStore,
): Rulebook => {
  const policyOf = (version: number) =>
    proposed.get(version)?.policy ?? shippedPolicies.find((one) => one.version === version);
  const starting = () =>
    startingPolicy(shippedPolicies.flatMap(({ version }) => policyOf(version) ?? []));
  const book: Rulebook = {
    async now(seen) {
      const known = contents.findLast(({ calendar }) => calendar.year === seen?.year);
      if (seen !== undefined && (known?.version ?? 0) < seen.version) {
        throw new Error('the loaded year is not visible yet');
      }
      const years = new Map(officialCalendarYears.map((year) => [year.year, year]));
      for (const { calendar } of contents) years.set(calendar.year, calendar);
      const calendarYears = [...years.values()].toSorted((a, b) => a.year - b.year);
      const policy = policyOf(activations.at(-1)?.version ?? starting().version);
      if (policy === undefined) throw new Error('the policy in force is missing');
      const list = await registers.find({ noun: 'indicators', area: cityCode });
      const indicators = list === undefined ? shippedIndicators : indicatorTableOf(list);
      return { policy, calendarYears, calendar: calendarOf(calendarYears), indicators };
    },
    latest: () => book.now(),
    policy: async (version) => maybeCopyOf(policyOf(version)),
  };
  return book;
};

/**
 * The stores of the rules and the rulebook over them, because the rulebook reads their contents.
 */
export const fakeRuleStores = (memory: Memory, registers: RegisterStore) => {
  const [years, versions] = [fakeCalendars(memory), fakePolicies(memory)];
  return {
    calendars: years.calendars,
    policies: versions.policies,
    rulebookBy: () => fakeRulebook(years, versions, registers),
  };
};

/** Accepts every message except those of the tickets and cases in `broken`. */
export const fakeRecountPublisher = (
  broken: ReadonlySet<string> = new Set(),
): RecountPublisher & { readonly taken: RecountOrder[] } => {
  const taken: RecountOrder[] = [];
  return {
    taken,
    async order(orders) {
      taken.push(...orders.filter((order) => !broken.has(subjectId(order))));
      return orders.map(subjectId).filter((id) => broken.has(id));
    },
  };
};
