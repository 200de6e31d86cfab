import { isDeepStrictEqual } from 'node:util';

import * as z from 'zod/mini';

import { RegisterFacts } from '../../events/oversight/view.ts';
import { Area } from '../../events/primitive.ts';
import { countingArea } from '../../shared/domain/area/area.ts';
import { registerNouns } from '../../shared/domain/oversight/register.ts';
import type { RegisterEntry } from '../../shared/domain/oversight/register.ts';
import { isSameValue } from '../../shared/domain/text/canonical-json.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { Superseded } from '../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { batchBody, parseInput, pathParameter, readBody } from '../../shared/http/body.ts';
import type { Answer, HttpRequest } from '../../shared/http/edge.ts';
import { oversightProblems } from '../../shared/http/problem/oversight.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireReach } from '../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type {
  RegisterKey,
  RegisterStore,
  StoredRegister,
} from '../../shared/port/oversight/register-store.ts';
import { faultsIn } from './check-register.ts';

export interface RegisterDeps extends ProposeDeps {
  readonly registers: RegisterStore;
}

const Noun = z.enum(registerNouns);
const Asked = z.object({ area: z.optional(Area) });
const areaDigits = 6;

const keyOf = (request: HttpRequest, staff: Staff): RegisterKey => {
  const noun = Noun.safeParse(pathParameter(request, 'noun'));
  if (!noun.success) throw new Problem(oversightProblems.register_unknown);
  const asked = parseInput(Asked, request.queryStringParameters ?? {});
  const area = countingArea(asked.area ?? staff.area);
  requireReach(staff, area);
  return { noun: noun.data, area };
};

/** Refuses a town: a list uploaded for it would replace that of the whole district. */
const requireWholeArea = (request: HttpRequest): void => {
  const { area } = parseInput(Asked, request.queryStringParameters ?? {});
  if (area === undefined || area.length === areaDigits) return;
  throw new Problem('invalid_input', { errors: [{ path: '/area', problem: 'wrong_format' }] });
};

const headOf = (
  { noun, area }: RegisterKey,
  known: Omit<StoredRegister, 'entries'> | undefined,
) => ({
  noun,
  area,
  version: known?.version ?? 0,
  ...(known && { by: known.by, confirmedBy: known.confirmedBy, at: withOffset(known.at) }),
});

const showRegister = async (key: RegisterKey, deps: RegisterDeps): Promise<Answer> => {
  const known = await deps.registers.find(key);
  return { status: 200, body: { ...headOf(key, known), entries: known?.entries ?? [] } };
};

const requireSeen = (version: number, expected: number | undefined): void => {
  if (expected === undefined || expected === version) return;
  throw new Problem(oversightProblems.register_changed, { version });
};

const byCode = (a: RegisterEntry, b: RegisterEntry): number => (a.code < b.code ? -1 : 1);

const put = async (request: HttpRequest, staff: Staff, deps: RegisterDeps): Promise<Answer> => {
  const key = keyOf(request, staff);
  requireWholeArea(request);
  const { entries, expectedVersion } = readBody(request, RegisterFacts, batchBody);
  const errors = faultsIn(entries, key);
  if (errors.length > 0) throw new Problem('invalid_input', { errors });
  const [known, inOrder] = [await deps.registers.find(key), entries.toSorted(byCode)];
  const count = inOrder.length;
  if (known && isDeepStrictEqual(known.entries, inOrder)) {
    return { status: 200, body: { ...headOf(key, known), changed: false, count } };
  }
  const after = known?.version ?? 0;
  requireSeen(after, expectedVersion);
  const { digest: entriesDigest } = await deps.registers.keep(key, inOrder);
  const proposal = { power: 'register', ...key, entriesDigest, count, after } as const;
  return answerProposed({ proposal, area: key.area }, staff, deps);
};

/** Replaces the list as a whole. */
export const carryOutRegister =
  ({ registers }: Pick<RegisterDeps, 'registers'>): CarryOut<'register'> =>
  async ({ noun, area, entriesDigest, count, after }, signed) => {
    const next = { noun, area, digest: entriesDigest, count, version: after + 1, ...signed };
    if ((await registers.replace(next)) === 'conflict') {
      const { entries: _entries, ...known } = (await registers.find(next)) ?? { entries: [] };
      if (!isSameValue(known, next)) throw new Superseded();
    }
    return { ...headOf(next, next), changed: true, count };
  };

/**
 * `GET|PUT /v1/register/{noun}?area=`: reads the list of departments, matters or halls of an area
 * that should be ratable, or proposes another. The same list again changes nothing.
 */
export const keepRegister =
  (deps: RegisterDeps): StaffHandler =>
  async (request, staff) =>
    request.routeKey.startsWith('PUT ')
      ? put(request, staff, deps)
      : showRegister(keyOf(request, staff), deps);
