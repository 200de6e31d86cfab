import { mapConcurrent } from '../../../shared/concurrency.ts';
import { reachOfScope } from '../../../shared/domain/access/scope.ts';
import { reachesArea } from '../../../shared/domain/access/staff-role.ts';
import { cityCode, countingArea } from '../../../shared/domain/area/area.ts';
import type { RatableNoun } from '../../../shared/domain/oversight/register.ts';
import { areaOfHall } from '../../../shared/domain/pad/pad.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { IntegratorStore } from '../../../shared/port/access/integrator-store.ts';
import type { WebhookStore } from '../../../shared/port/notice/webhook-store.ts';
import type { PadStore } from '../../../shared/port/pad/store.ts';
import { everyItem } from '../../../shared/port/page.ts';
import type { TicketStore } from '../../../shared/port/ticket/store.ts';
import type { CoverageSummary } from '../coverage-summary.ts';
import type { UnlistedLine } from '../coverage-view.ts';

export interface SetUpDeps {
  readonly pads: Pick<PadStore, 'inArea'>;
  readonly webhooks: Pick<WebhookStore, 'all'>;
  readonly integrators: Pick<IntegratorStore, 'listed'>;
  readonly tickets: Pick<TicketStore, 'openIn'>;
}

/** A department or hall that somebody named in something that they set up or decided. */
interface Reference {
  readonly noun: RatableNoun;
  readonly code: string;
  /** Where it may be: one of their registers lists it, or none does. */
  readonly areas: readonly string[];
}

const hallsOfPads = async (area: string, { pads }: SetUpDeps): Promise<readonly Reference[]> =>
  (await pads.inArea(area))
    .filter(({ state }) => state !== 'revoked')
    .map(({ hall }) => ({ noun: 'halls', code: hall, areas: [areaOfHall(hall)] }));

/** The department of a ticket that was never moved is that of its case. */
const wasMoved = ({ transfers }: Pick<Ticket, 'transfers'>): boolean => transfers > 0;

const departmentsOfTransfers = async (
  area: string,
  { tickets }: SetUpDeps,
): Promise<readonly Reference[]> => {
  const found: Reference[] = [];
  const read = (page: Parameters<typeof tickets.openIn>[1]) =>
    tickets.openIn({ area }, { ...page, only: wasMoved });
  for await (const ticket of everyItem(read)) {
    const { creditCode: code } = ticket;
    found.push({ noun: 'departments', code, areas: [countingArea(ticket.area)] });
  }
  return found;
};

const departmentsOfWebhooks = async ({ webhooks }: SetUpDeps): Promise<readonly Reference[]> =>
  (await webhooks.all()).flatMap(({ creditCode: code, area }): readonly Reference[] =>
    code === undefined ? [] : [{ noun: 'departments', code, areas: [countingArea(area)] }],
  );

const departmentsOfKeys = async ({ integrators }: SetUpDeps): Promise<readonly Reference[]> => {
  const found: Reference[] = [];
  for await (const { scope, state } of everyItem((page) => integrators.listed(page))) {
    if (state !== 'active' || scope.departments === 'all') continue;
    const { areas, departments } = scope;
    found.push(...departments.map((code) => ({ noun: 'departments', code, areas }) as const));
  }
  return found;
};

/** Areas that are read concurrently. */
const width = 8;

const listedSomewhere = (
  { noun, code, areas }: Reference,
  all: readonly CoverageSummary[],
): boolean =>
  all.some(
    (one) =>
      one.noun === noun &&
      areas.some((area) => reachesArea(area, one.area)) &&
      one.lines.some((line) => line.code === code),
  );

const lineOf = (
  { noun, code, areas }: Reference,
  all: readonly CoverageSummary[],
): UnlistedLine => {
  const area = reachOfScope({ areas }, cityCode);
  const own = all.find((one) => one.noun === noun && one.area === area);
  return { noun, code, area, listed: false, hasRegister: own?.hasRegister ?? false };
};

/**
 * Returns the halls of pads, and the departments of webhooks, of keys and of transferred tickets,
 * that no register of their areas lists and no case or rating names; as far as `area` reaches.
 */
export const unlistedSetUp = async (
  area: string,
  all: readonly CoverageSummary[],
  deps: SetUpDeps,
): Promise<readonly UnlistedLine[]> => {
  const areas = [...new Set(all.map((one) => one.area))];
  const found = await Promise.all([
    mapConcurrent(areas, width, (one) => hallsOfPads(one, deps)),
    mapConcurrent(areas, width, (one) => departmentsOfTransfers(one, deps)),
    departmentsOfWebhooks(deps).then((one) => [one]),
    departmentsOfKeys(deps).then((one) => [one]),
  ]);
  const lines = found
    .flat(2)
    .filter((reference) => reachesArea(area, reachOfScope(reference, cityCode)))
    .filter((reference) => !listedSomewhere(reference, all))
    .map((reference) => lineOf(reference, all));
  return [
    ...new Map(lines.map((line) => [`${line.area} ${line.noun} ${line.code}`, line])).values(),
  ];
};
