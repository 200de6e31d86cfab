import type { CaseEventFacts, CaseHeaderFacts } from '../../../events/case/event.ts';
import { areaOf } from '../../../shared/domain/area/area.ts';
import { ownCodeOf } from '../../../shared/domain/area/place-list.ts';
import type { Case, CaseEvent } from '../../../shared/domain/case/case.ts';
import type { Places } from '../../../shared/port/oversight/places.ts';

interface OwnAreaDeps {
  readonly places: Pick<Places, 'now'>;
}

const ownAreaOf = async (area: string, { places }: OwnAreaDeps): Promise<string> =>
  areaOf(area) === undefined ? ownCodeOf(await places.now(), area) : area;

/** Returns a header whose area is named by its own code. */
export const withOwnCode = async (
  header: CaseHeaderFacts,
  deps: OwnAreaDeps,
): Promise<CaseHeaderFacts> => ({ ...header, area: await ownAreaOf(header.area, deps) });

/** Replaces a code that the register of areas has as an alias by the own code of its area. */
export const withOwnArea = async (
  facts: CaseEventFacts,
  deps: OwnAreaDeps,
): Promise<CaseEventFacts> => {
  const { header } = facts;
  if (header === undefined) return facts;
  return { ...facts, header: await withOwnCode(header, deps) };
};

/**
 * A case that came before its code became an alias keeps that code, because its lists and figures
 * are under it: a later event under either code names the same area.
 */
export const withStoredArea = async (
  event: CaseEvent,
  known: Case | undefined,
  deps: OwnAreaDeps,
): Promise<CaseEvent> => {
  const { header } = event;
  if (header === undefined || known === undefined || known.area === header.area) return event;
  const isSame = (await ownAreaOf(known.area, deps)) === header.area;
  return isSame ? { ...event, header: { ...header, area: known.area } } : event;
};
