import { cityCode } from '../../shared/domain/area/area.ts';
import { placeListOf } from '../../shared/domain/area/place-list.ts';
import type { FigureStore } from '../../shared/port/figures/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { RegisterStore } from '../../shared/port/oversight/register-store.ts';

interface Sources {
  readonly registers: Pick<RegisterStore, 'find'>;
  readonly figures: Pick<FigureStore, 'members'>;
}

/** Reads both sources at each call: the smallest delay that the port allows. */
export const fakePlaces = ({ registers, figures }: Sources): Places => {
  const fresh = async () => {
    const register = await registers.find({ noun: 'areas', area: cityCode });
    const seen = await figures.members('area', [cityCode]);
    return placeListOf(
      register?.entries ?? [],
      seen.map(({ id }) => id),
    );
  };
  return { now: fresh, fresh };
};
