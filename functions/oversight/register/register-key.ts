import * as z from 'zod/mini';

import { Area } from '../../../events/primitive.ts';
import { cityCode, countingArea } from '../../../shared/domain/area/area.ts';
import { registerNouns } from '../../../shared/domain/oversight/register.ts';
import { parseInput, pathParameter } from '../../../shared/http/body.ts';
import type { HttpRequest } from '../../../shared/http/edge.ts';
import { oversightProblems } from '../../../shared/http/problem/oversight.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requireReach } from '../../../shared/http/staff.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import type { RegisterKey } from '../../../shared/port/oversight/register-store.ts';

const Noun = z.enum(registerNouns);
const Asked = z.object({ area: z.optional(Area) });
const areaDigits = 6;

/**
 * Returns the register that a call names, if the person reaches its area. The indicators are the
 * same for the whole city.
 */
export const keyOf = (request: HttpRequest, staff: Staff): RegisterKey => {
  const noun = Noun.safeParse(pathParameter(request, 'noun'));
  if (!noun.success) throw new Problem(oversightProblems.register_unknown);
  const asked = parseInput(Asked, request.queryStringParameters ?? {});
  const area = countingArea(asked.area ?? staff.area);
  requireReach(staff, area);
  if (noun.data === 'indicators' && area !== cityCode) {
    throw new Problem(oversightProblems.register_of_city);
  }
  return { noun: noun.data, area };
};

/** As `keyOf`; refuses a town, because its list would replace that of the whole district. */
export const wholeKeyOf = (request: HttpRequest, staff: Staff): RegisterKey => {
  const key = keyOf(request, staff);
  const { area } = parseInput(Asked, request.queryStringParameters ?? {});
  if (area === undefined || area.length === areaDigits) return key;
  throw new Problem('invalid_input', { errors: [{ path: '/area', problem: 'wrong_format' }] });
};
