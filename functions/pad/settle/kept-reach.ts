import { reachOfScope } from '../../../shared/domain/access/scope.ts';
import { cityCode, countingArea } from '../../../shared/domain/area/area.ts';
import { areaOfHall } from '../../../shared/domain/pad/pad.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { requireReach } from '../../../shared/http/staff.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';

export interface KeptReachDeps {
  readonly cases: Pick<CaseStore, 'find'>;
}

/**
 * Returns the area that both persons reach who decide on what a pad sent: that of its hall, and that
 * of the case which the token names, because a pad takes the link of any case. Of two areas it is the
 * city.
 *
 * @throws Problem when the person does not reach it
 */
export const requireReachOfKept = async (
  { pad, projectNo }: { readonly pad: Pad; readonly projectNo: string | undefined },
  staff: Staff,
  { cases }: KeptReachDeps,
): Promise<string> => {
  const known = projectNo === undefined ? undefined : await cases.find(projectNo);
  const hallArea = areaOfHall(pad.hall);
  if (known === undefined) return hallArea;
  const areas = [countingArea(hallArea), countingArea(known.area)];
  const area = areas[0] === areas[1] ? hallArea : reachOfScope({ areas }, cityCode);
  requireReach(staff, area);
  return area;
};
