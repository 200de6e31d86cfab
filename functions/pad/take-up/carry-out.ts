import type { ProposalOf } from '../../../shared/domain/access/proposal.ts';
import type { Signed } from '../../../shared/domain/access/signed.ts';
import { isAtWindow } from '../../../shared/domain/pad/pad.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { isOfPress } from '../../../shared/domain/pad/press.ts';
import type { RefusedPadRating } from '../../../shared/domain/pad/refused.ts';
import { recordOfLink } from '../../../shared/domain/rating/proof/link.ts';
import { Superseded } from '../../../shared/http/access/carry-out.ts';
import type { CarryOut } from '../../../shared/http/access/carry-out.ts';
import { requireStillUnconcerned } from '../../../shared/http/access/concerned.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { ratedContact, receiveRating } from '../../rating/receive-rating.ts';
import type { Received } from '../../rating/receive-rating.ts';
import { settleClaim } from '../press/bind-press.ts';
import { concernedInContact } from '../settle/concerned-in-kept.ts';
import { readKept } from './kept-rating.ts';
import type { TakeUpDeps } from './propose.ts';

type TakeUp = ProposalOf<'take_up_rating'>;

const contactOf = ({ projectNo, serviceNumber }: TakeUp) => ({ projectNo, serviceNumber });

/** A correction may have moved the contact that the persons named to another window. */
const requireStillAtWindow = async (
  proposal: TakeUp,
  pad: Pad,
  { cases }: Pick<TakeUpDeps, 'cases'>,
): Promise<void> => {
  const { contact } = await ratedContact(cases, proposal);
  if (!isAtWindow(contact, pad)) throw new Superseded();
};

const isRatedByIt = async (proposal: TakeUp, pad: Pad, deps: TakeUpDeps): Promise<boolean> => {
  const rating = await deps.ratings.find({ ...contactOf(proposal), assessNumber: 1 });
  const { sequence } = proposal;
  return rating !== undefined && isOfPress(rating, { ...pad, padId: pad.id, sequence });
};

/** Binds a press to the contact that the persons named, as a case event does to the only one. */
const takeUpPress = async (
  proposal: TakeUp,
  { pad, signed }: { readonly pad: Pad; readonly signed: Signed },
  deps: TakeUpDeps,
): Promise<void> => {
  const press = await deps.presses.find({ ...pad, padId: pad.id, sequence: proposal.sequence });
  if (press === undefined) {
    if (await isRatedByIt(proposal, pad, deps)) return;
    throw new Superseded();
  }
  if (press.settled !== undefined) throw new Superseded();
  await requireStillAtWindow(proposal, pad, deps);
  const own = { ...contactOf(proposal), bound: 'persons', takenUp: signed } as const;
  const claim = press.claim ?? own;
  const claimed = press.claim ? press : { ...press, claim, version: press.version + 1 };
  if (!press.claim && (await deps.presses.save(claimed)) === 'conflict') throw new Problem('busy');
  const isBound = await settleClaim(claimed, claim, deps);
  const isOwn = claim.projectNo === own.projectNo && claim.serviceNumber === own.serviceNumber;
  if (!isBound || !isOwn) throw new Superseded();
};

const ratingOf = async (
  refused: RefusedPadRating,
  { proposal, pad, signed }: { proposal: TakeUp; pad: Pad; signed: Signed },
  deps: TakeUpDeps,
): Promise<Received> => {
  const { draft, doubts, invited, pressed } = await readKept(refused, {
    pad,
    keys: deps.keys,
    stated: proposal.level,
  });
  if (invited === undefined) await requireStillAtWindow(proposal, pad, deps);
  return receiveRating(
    {
      rated: await ratedContact(deps.cases, proposal),
      draft,
      isDecided: true,
      sender: { by: 'pad', padId: pad.id, sequence: proposal.sequence },
      origin: {
        channel: 'pad',
        ...(invited && recordOfLink(invited)),
        proof: invited === undefined || invited.channel === 'pad' ? 'pad' : 'token',
        claimedAt: pressed.pressedAt,
        ...(!pressed.isPlausible && { claimImplausible: true }),
        pad: { id: pad.id, sequence: proposal.sequence },
        bound: invited === undefined ? 'persons' : 'token',
        heldSince: refused.at,
        takenUp: signed,
        ...(doubts.length > 0 && { doubts }),
      },
    },
    deps,
  );
};

const isStored = async (
  refused: RefusedPadRating,
  given: Parameters<typeof ratingOf>[1],
  deps: TakeUpDeps,
): Promise<boolean> => {
  try {
    const { rating, differs } = await ratingOf(refused, given, deps);
    return rating.takenUp !== undefined && !differs;
  } catch (fault) {
    if (fault instanceof Problem && fault.code === 'already_rated') return false;
    throw fault;
  }
};

/** Claims the refused rating for the contact first, so that no second proposal gives it another. */
const takeUpRefused = async (
  given: { proposal: TakeUp; pad: Pad; signed: Signed },
  mark: string,
  deps: TakeUpDeps,
): Promise<void> => {
  const { proposal, pad, signed } = given;
  const key = { padId: pad.id, sequence: proposal.sequence, mark };
  const refused = await deps.pads.refusedWith(key);
  if (refused === undefined) throw new Superseded();
  const takenUp = { ...contactOf(proposal), ...signed };
  const { takenUp: claim } = await deps.pads.endRefused(key, { takenUp });
  const isOwn =
    claim?.projectNo === takenUp.projectNo && claim.serviceNumber === takenUp.serviceNumber;
  if (!isOwn) throw new Superseded();
  if (await isStored(refused, given, deps)) {
    await deps.pads.nameContact(key, contactOf(proposal));
    return;
  }
  await deps.pads.putBack(key);
  throw new Superseded();
};

/**
 * Stores the rating with its level, tags and words as the resident made them; a bad one opens its
 * ticket now, and its clocks run from now.
 */
export const carryOutTakeUp =
  (deps: TakeUpDeps): CarryOut<'take_up_rating'> =>
  async (proposal, signed) => {
    const { padId, sequence, mark } = proposal;
    const pad = await deps.pads.find(padId);
    if (pad === undefined) throw new Superseded();
    if (!(await isRatedByIt(proposal, pad, deps))) {
      requireStillUnconcerned(proposal, await concernedInContact(proposal, deps), signed);
    }
    if (mark === undefined) await takeUpPress(proposal, { pad, signed }, deps);
    else await takeUpRefused({ proposal, pad, signed }, mark, deps);
    return { padId, sequence, ...contactOf(proposal) };
  };
