import { cityCode } from '../../domain/area/area.ts';
import { placeListOf } from '../../domain/area/place-list.ts';
import type { PlaceList } from '../../domain/area/place-list.ts';
import { toEpoch } from '../../domain/time/instant.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Now } from '../../port/clock.ts';
import { placesLagMs } from '../../port/oversight/places.ts';
import type { Places } from '../../port/oversight/places.ts';
import { membersOf } from '../figures/members.ts';
import type { Table } from '../table.ts';
import { registerStore } from './register-store.ts';

const read = async (table: Table): Promise<PlaceList> => {
  const [register, seen] = await Promise.all([
    registerStore(table).find({ noun: 'areas', area: cityCode }),
    membersOf(table, 'area', [cityCode]),
  ]);
  return placeListOf(
    register?.entries ?? [],
    seen.map(({ id }) => id),
  );
};

/** A negative age means that the clock was set back. */
const isRecent = (at: Instant, now: Instant): boolean => {
  const age = toEpoch(now) - toEpoch(at);
  return age >= 0 && age < placesLagMs;
};

/** Creates the list of areas backed by the table. A failed read is not cached. */
export const createPlaces = (table: Table, now: Now): Places => {
  let last: { readonly list: PlaceList; readonly at: Instant } | undefined;
  const fresh = async (): Promise<PlaceList> => {
    const at = now();
    const list = await read(table);
    last = { list, at };
    return list;
  };
  return {
    fresh,
    now: async () => (last !== undefined && isRecent(last.at, now()) ? last.list : fresh()),
  };
};
