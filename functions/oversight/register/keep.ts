import * as z from 'zod/mini';

import { RegisterFacts } from '../../../events/oversight/register.ts';
import { batchBody, readBody } from '../../../shared/http/body.ts';
import type { Answer, HttpRequest } from '../../../shared/http/edge.ts';
import { oversightProblems } from '../../../shared/http/problem/oversight.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readQuery } from '../../../shared/http/query.ts';
import type { Staff, StaffHandler } from '../../../shared/http/staff.ts';
import { entriesInForce } from './in-force.ts';
import { headOf, proposeList } from './propose.ts';
import type { RegisterDeps } from './propose.ts';
import { areaAsked, keyOf, requireKnown, wholeKeyOf } from './register-key.ts';

const Asked = z.object({
  ...areaAsked,
  version: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
});

const showRegister = async (
  request: HttpRequest,
  staff: Staff,
  { registers, places }: RegisterDeps,
): Promise<Answer> => {
  const { version, area } = readQuery(Asked, request);
  const key = keyOf(request, staff, { area });
  await requireKnown(area, places);
  const known = await registers.find(key, version);
  if (version !== undefined && known === undefined) {
    throw new Problem(oversightProblems.register_version_unknown);
  }
  return { status: 200, body: { ...headOf(key, known), entries: entriesInForce(key, known) } };
};

const put = async (request: HttpRequest, staff: Staff, deps: RegisterDeps): Promise<Answer> => {
  const key = wholeKeyOf(request, staff, readQuery(z.object(areaAsked), request));
  const { entries, expectedVersion } = readBody(request, RegisterFacts, batchBody);
  return proposeList({ ...key, entries, expectedVersion }, staff, deps);
};

/**
 * `GET|PUT /v1/register/{noun}?area=`: reads a list of an area, by default the version in force, or
 * proposes another. The same list again changes nothing.
 */
export const keepRegister =
  (deps: RegisterDeps): StaffHandler =>
  async (request, staff) =>
    request.routeKey.startsWith('PUT ')
      ? put(request, staff, deps)
      : showRegister(request, staff, deps);
