import type { ProposalOf } from '../../../shared/domain/access/proposal.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { isSettledBy } from '../../../shared/domain/pad/settled.ts';
import type { Settled } from '../../../shared/domain/pad/settled.ts';
import { Superseded } from '../../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../../shared/http/access/carry-out.ts';
import { requireStillUnconcerned } from '../../../shared/http/access/concerned.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { concernedInPress, concernedInRefused } from './concerned-in-kept.ts';
import type { ConcernedDeps } from './concerned-in-kept.ts';
import { pressOf } from './kept.ts';
import type { KeptDeps } from './kept.ts';

type Settlement = ProposalOf<'settle_press'>;

interface SettlementDeps extends KeptDeps, ConcernedDeps {
  readonly keys: KeyRing;
}

/** One that was bound, claimed or settled meanwhile stays as it is. */
const settlePress = async (
  proposal: Settlement,
  given: { readonly pad: Pad; readonly settled: Settled },
  deps: SettlementDeps,
): Promise<void> => {
  const press = await pressOf(given.pad, proposal.sequence, deps);
  if (press === undefined) throw new Superseded();
  if (isSettledBy(press.settled, given.settled)) return;
  if (press.settled !== undefined || press.claim !== undefined) throw new Superseded();
  const concerned = await concernedInPress(given.pad, press, deps);
  requireStillUnconcerned(proposal, concerned, given.settled);
  const next = { ...press, settled: given.settled, version: press.version + 1 };
  if ((await deps.presses.save(next)) === 'conflict') throw new Problem('busy');
};

const settleRefused = async (
  { padId, sequence, mark = '', ...proposal }: Settlement,
  { pad, settled }: { readonly pad: Pad; readonly settled: Settled },
  deps: SettlementDeps,
): Promise<void> => {
  const key = { padId, sequence, mark };
  const refused = await deps.pads.refusedWith(key);
  if (refused === undefined) throw new Superseded();
  if (!isSettledBy(refused.settled, settled)) {
    requireStillUnconcerned(proposal, await concernedInRefused(pad, refused, deps), settled);
  }
  const end = await deps.pads.endRefused(key, { settled });
  if (!isSettledBy(end.settled, settled)) throw new Superseded();
};

/** Repeated after a fault, it finds its own note and ends the approval. */
export const carryOutSettlement =
  (deps: SettlementDeps): CarryOut<'settle_press'> =>
  async (proposal, signed) => {
    const { padId, sequence, mark, note } = proposal;
    const pad = await deps.pads.find(padId);
    if (pad === undefined) throw new Superseded();
    const settled = { ...signed, note };
    const settle = mark === undefined ? settlePress : settleRefused;
    await settle(proposal, { pad, settled }, deps);
    return { padId, sequence, note };
  };
