import { areas, cityCode } from '../../shared/domain/area/area.ts';
import type { Area } from '../../shared/domain/area/area.ts';
import type { RegisterStore } from '../../shared/port/oversight/register-store.ts';

/**
 * Returns the areas of the city under the names in its register of areas, so that a zone can be
 * renamed without a release; an area that is not listed keeps the name of the table.
 */
export const namedAreas = async (registers: RegisterStore): Promise<readonly Area[]> => {
  const known = await registers.find({ noun: 'areas', area: cityCode });
  const names = new Map(known?.entries.map(({ code, name }) => [code, name]));
  return areas.map((area) => ({ ...area, zh: names.get(area.code) ?? area.zh }));
};
