import { RatingWords } from '../../../events/rating/rating.ts';
import { isOfPress, needsPerson } from '../../../shared/domain/pad/press.ts';
import type { Press, PressClaim, PressKey } from '../../../shared/domain/pad/press.ts';
import { conflictTries } from '../../../shared/http/conflict-tries.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { WindowKey } from '../../../shared/port/case/store.ts';
import type { PressStore } from '../../../shared/port/pad/press-store.ts';
import { retry } from '../../../shared/retry.ts';
import { raiseAlarm } from '../../../shared/telemetry.ts';
import { ratedContact, receiveRating } from '../../rating/receive-rating.ts';
import type { RatingDeps } from '../../rating/receive-rating.ts';
import { unratedFor } from './unrated-for.ts';

export interface BindDeps extends RatingDeps {
  readonly presses: PressStore;
}

/** How often a press is tried again after a version conflict. */
const rounds = conflictTries(8);

/** Returns the encryption context of what was pressed without a token. */
export const pressPlace = (padId: string): string => `pad/${padId}/press`;

/** Returns the only contact that the press can mean. */
const contactFor = async (press: Press, deps: BindDeps): Promise<PressClaim | undefined> => {
  if (needsPerson(press, deps.now())) return undefined;
  const [only, ...others] = await unratedFor(press, deps);
  if (only === undefined || others.length > 0) return undefined;
  return { projectNo: only.projectNo, serviceNumber: only.serviceNumber, bound: 'window' };
};

const ratingOf = async (press: Press, claim: PressClaim, deps: BindDeps) => {
  const words = RatingWords.parse(
    JSON.parse(await deps.keys.decrypt(press.sealed, pressPlace(press.padId))),
  );
  return receiveRating(
    {
      rated: await ratedContact(deps.cases, claim),
      draft: words,
      isDecided: true,
      sender: { by: 'pad', padId: press.padId, sequence: press.sequence },
      origin: {
        channel: 'pad',
        proof: 'pad',
        claimedAt: press.claimedAt,
        claimImplausible: press.claimImplausible,
        doubts: press.doubts,
        pad: { id: press.padId, sequence: press.sequence },
        bound: claim.bound,
        heldSince: press.arrivedAt,
        takenUp: claim.takenUp,
      },
    },
    deps,
  );
};

/** False when another rating of the contact was faster, be it with the same words. */
const isRatedBy = async (press: Press, claim: PressClaim, deps: BindDeps): Promise<boolean> => {
  try {
    return isOfPress((await ratingOf(press, claim, deps)).rating, press);
  } catch (fault) {
    if (fault instanceof Problem && fault.code === 'already_rated') return false;
    throw fault;
  }
};

/** Stores the rating of the claimed contact, or gives the claim up: its contact is rated for good. */
export const settleClaim = async (
  press: Press,
  claim: PressClaim,
  deps: BindDeps,
): Promise<boolean> => {
  const isBound = await isRatedBy(press, claim, deps);
  const { projectNo, serviceNumber } = claim;
  if (isBound) await deps.presses.release(press, { projectNo, serviceNumber });
  // A conflict means that another call has given the same claim up.
  else await deps.presses.save({ ...press, claim: undefined, version: press.version + 1 });
  return isBound;
};

/**
 * Binds a press to its contact; returns whether it is a rating now. The claim is saved first, and
 * every call that finds one completes it, so that a press is never bound to two contacts.
 */
export const bindPress = (key: PressKey, deps: BindDeps): Promise<boolean> =>
  retry(async () => {
    const press = await deps.presses.find(key);
    if (press === undefined) return true;
    if (press.settled !== undefined) return false;
    const claim = press.claim ?? (await contactFor(press, deps));
    if (claim === undefined) return false;
    const claimed = press.claim ? press : { ...press, claim, version: press.version + 1 };
    const isClaimed = press.claim !== undefined || (await deps.presses.save(claimed)) === 'saved';
    return isClaimed && (await settleClaim(claimed, claim, deps)) ? true : undefined;
  }, rounds);

/**
 * Tries to bind what is held at a window, the earliest press first. A fault is no reason to refuse
 * the case event: the next event of the window tries again.
 */
export const bindHeld = async (window: WindowKey, deps: BindDeps): Promise<void> => {
  const held = await deps.presses.heldAt(window);
  const inOrder = held.toSorted((a, b) => ((a.claimedAt ?? '') < (b.claimedAt ?? '') ? -1 : 1));
  for (const press of inOrder) {
    try {
      await bindPress(press, deps);
    } catch (fault) {
      raiseAlarm('pressNotTried', fault, { padId: press.padId, sequence: press.sequence });
    }
  }
};
