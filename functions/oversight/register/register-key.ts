import * as z from 'zod/mini';

import { Area } from '../../../events/primitive.ts';
import { cityCode, countingArea } from '../../../shared/domain/area/area.ts';
import { registerNouns } from '../../../shared/domain/oversight/register.ts';
import { pathParameter } from '../../../shared/http/body.ts';
import type { HttpRequest } from '../../../shared/http/edge.ts';
import { requireKnownArea } from '../../../shared/http/known-area.ts';
import type { ListedAreaDeps } from '../../../shared/http/oversight/listed-area.ts';
import { oversightProblems } from '../../../shared/http/problem/oversight.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requireReach } from '../../../shared/http/staff.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import type { RegisterKey } from '../../../shared/port/oversight/register-store.ts';

const Noun = z.enum(registerNouns);
/** The area of a register, in the query of every call about one. */
export const areaAsked = { area: z.optional(Area) };

interface Asked {
  readonly area?: string | undefined;
}

const areaDigits = 6;

/**
 * Returns the register that a call names, if the person reaches its area. The indicators are the
 * same for the whole city.
 */
export const keyOf = (request: HttpRequest, staff: Staff, asked: Asked): RegisterKey => {
  const noun = Noun.safeParse(pathParameter(request, 'noun'));
  if (!noun.success) throw new Problem(oversightProblems.register_unknown);
  const area = countingArea(asked.area ?? staff.area);
  requireReach(staff, area);
  if (noun.data === 'indicators' && area !== cityCode) {
    throw new Problem(oversightProblems.register_of_city);
  }
  return { noun: noun.data, area };
};

/** Refuses to read a list of an area that the city neither lists nor has seen. */
export const requireKnown = async (
  area: string | undefined,
  places: ListedAreaDeps['places'],
): Promise<void> => {
  if (area !== undefined) requireKnownArea(area, await places.fresh());
};

/** As `keyOf`; refuses a town, because its list would replace that of the whole district. */
export const wholeKeyOf = (request: HttpRequest, staff: Staff, asked: Asked): RegisterKey => {
  const key = keyOf(request, staff, asked);
  const { area } = asked;
  if (area === undefined || area.length === areaDigits) return key;
  throw new Problem('invalid_input', { errors: [{ path: '/area', problem: 'wrong_format' }] });
};
