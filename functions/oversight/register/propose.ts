import { isDeepStrictEqual } from 'node:util';

import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import { isSameValue } from '../../../shared/domain/text/canonical-json.ts';
import { compareTexts } from '../../../shared/domain/text/order.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { Superseded } from '../../../shared/http/access/carry-out.ts';
import type { CarryOut, Executor } from '../../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import type { Answer } from '../../../shared/http/edge.ts';
import { requireListedAreas } from '../../../shared/http/oversight/listed-area.ts';
import type { ListedAreaDeps } from '../../../shared/http/oversight/listed-area.ts';
import { oversightProblems } from '../../../shared/http/problem/oversight.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { FieldError } from '../../../shared/http/problem/problem.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import type {
  RegisterHead,
  RegisterKey,
  RegisterStore,
  StoredRegister,
} from '../../../shared/port/oversight/register-store.ts';
import { refuseBreak } from './check-indicators.ts';
import { refuseLeftOut } from './check-place.ts';
import { wrongReferences } from './check-reference.ts';
import type { ReferencedDeps } from './check-reference.ts';
import { faultsIn, inCodeForm } from './check.ts';
import { entriesInForce } from './in-force.ts';
import type { RegisterFile } from './read-file.ts';

export interface RegisterDeps extends ProposeDeps, ReferencedDeps, ListedAreaDeps {
  readonly registers: RegisterStore;
}

/** A list as it was sent. */
export interface ProposedList extends RegisterKey {
  readonly entries: readonly RegisterEntry[];
  readonly expectedVersion?: number | undefined;
  /** Adds line and column to errors, when the list came as a file. */
  readonly locate?: RegisterFile['locate'] | undefined;
}

export const headOf = (
  { noun, area }: RegisterKey,
  known: Omit<StoredRegister, 'entries'> | undefined,
) => ({
  noun,
  area,
  version: known?.version ?? 0,
  ...(known && { by: known.by, confirmedBy: known.confirmedBy, at: withOffset(known.at) }),
});

const requireSeen = (version: number, expected: number | undefined): void => {
  if (expected === undefined || expected === version) return;
  throw new Problem(oversightProblems.register_changed, { version });
};

const byCode = (a: RegisterEntry, b: RegisterEntry): number => compareTexts(a.code, b.code);

const keepErrors: RegisterFile['locate'] = (errors) => errors;

const refuseFaults = (
  errors: readonly FieldError[],
  locate: RegisterFile['locate'] = keepErrors,
): void => {
  if (errors.length > 0) throw new Problem('invalid_input', { errors: locate(errors) });
};

/** Keeps the list and proposes it; the same list as the one in force changes nothing. */
export const proposeList = async (
  { entries: sent, expectedVersion, noun, area, locate = keepErrors }: ProposedList,
  staff: Staff,
  deps: RegisterDeps,
): Promise<Answer> => {
  const key = { noun, area };
  const entries = sent.map((entry) => inCodeForm(entry, noun));
  refuseFaults(faultsIn(entries, key), locate);
  await requireListedAreas([area], deps);
  const [known, inOrder] = [await deps.registers.find(key), entries.toSorted(byCode)];
  const before = entriesInForce(key, known);
  refuseLeftOut(key, inOrder, before);
  const count = inOrder.length;
  const isShown = known !== undefined || before.length > 0;
  if (isShown && isDeepStrictEqual(before, inOrder)) {
    return { status: 200, body: { ...headOf(key, known), changed: false, count } };
  }
  const after = known?.version ?? 0;
  requireSeen(after, expectedVersion);
  if (noun === 'indicators') refuseBreak(before, entries, locate);
  refuseFaults(await wrongReferences(key, { entries, before }, deps), locate);
  const { digest: entriesDigest } = await deps.registers.keep(key, inOrder);
  const proposal = { power: 'register', ...key, entriesDigest, count, after } as const;
  return answerProposed({ proposal, area }, staff, deps);
};

/** The area may have been closed, and another list may name meanwhile what this one does. */
export const recheckRegister =
  (deps: ReferencedDeps & ListedAreaDeps): Executor<'register'>['recheck'] =>
  async ({ noun, area, entriesDigest: digest, count }) => {
    const key = { noun, area };
    await requireListedAreas([area], deps);
    const [known, entries] = await Promise.all([
      deps.registers.find(key),
      deps.registers.kept(key, { digest, count }),
    ]);
    const before = entriesInForce(key, known);
    refuseFaults(await wrongReferences(key, { entries, before }, deps));
  };

/** Whether exactly this version was put in force before: its answer was lost. */
const isStored = async (next: RegisterHead, registers: RegisterStore): Promise<boolean> => {
  const versions = await registers.versions(next);
  return versions.some((known) => isSameValue(known, next));
};

/** Replaces the list as a whole. */
export const carryOutRegister =
  ({ registers }: Pick<RegisterDeps, 'registers'>): CarryOut<'register'> =>
  async ({ noun, area, entriesDigest, count, after }, signed) => {
    const next = { noun, area, digest: entriesDigest, count, version: after + 1, ...signed };
    const isSaved = (await registers.replace(next)) === 'saved';
    if (!isSaved && !(await isStored(next, registers))) throw new Superseded();
    return { ...headOf(next, next), changed: true, count };
  };
