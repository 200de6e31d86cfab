import type { ProposalOf } from '../../../shared/domain/access/proposal.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { isSettledBy } from '../../../shared/domain/pad/settled.ts';
import type { Settled } from '../../../shared/domain/pad/settled.ts';
import { Superseded } from '../../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../../shared/http/access/carry-out.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { pressOf } from './kept.ts';
import type { KeptDeps } from './kept.ts';

type Settlement = ProposalOf<'settle_press'>;

/** One that was bound, claimed or settled meanwhile stays as it is. */
const settlePress = async (
  { sequence }: Settlement,
  given: { readonly pad: Pad; readonly settled: Settled },
  deps: KeptDeps,
): Promise<void> => {
  const press = await pressOf(given.pad, sequence, deps);
  if (press === undefined) throw new Superseded();
  if (isSettledBy(press.settled, given.settled)) return;
  if (press.settled !== undefined || press.claim !== undefined) throw new Superseded();
  const next = { ...press, settled: given.settled, version: press.version + 1 };
  if ((await deps.presses.save(next)) === 'conflict') throw new Problem('busy');
};

const settleRefused = async (
  key: { readonly padId: string; readonly sequence: number; readonly mark: string },
  settled: Settled,
  { pads }: KeptDeps,
): Promise<void> => {
  if ((await pads.refusedWith(key)) === undefined) throw new Superseded();
  const end = await pads.endRefused(key, { settled });
  if (!isSettledBy(end.settled, settled)) throw new Superseded();
};

/** Repeated after a fault, it finds its own note and ends the approval. */
export const carryOutSettlement =
  (deps: KeptDeps): CarryOut<'settle_press'> =>
  async (proposal, signed) => {
    const { padId, sequence, mark, note } = proposal;
    const pad = await deps.pads.find(padId);
    if (pad === undefined) throw new Superseded();
    const settled = { ...signed, note };
    if (mark === undefined) await settlePress(proposal, { pad, settled }, deps);
    else await settleRefused({ padId, sequence, mark }, settled, deps);
    return { padId, sequence, note };
  };
