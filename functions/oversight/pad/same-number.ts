import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { isOfPress, stateOfPress } from '../../../shared/domain/pad/press.ts';
import type { RatedContact, RefusedMark } from '../../../shared/domain/pad/refused.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import type { PressStore } from '../../../shared/port/pad/press-store.ts';
import type { PadStore } from '../../../shared/port/pad/store.ts';
import type { RatingStore } from '../../../shared/port/rating/store.ts';

export interface SameNumberDeps {
  readonly pads: Pick<PadStore, 'numberOf'>;
  readonly presses: Pick<PressStore, 'find'>;
  readonly ratings: Pick<RatingStore, 'find'>;
}

type Numbered = Pick<RefusedMark, 'padId' | 'sequence'>;

const ratedWith = async (contact: RatedContact, number: Numbered, { ratings }: SameNumberDeps) => {
  const rating = await ratings.find({ ...contact, assessNumber: 1 });
  if (rating === undefined || !isOfPress(rating, number)) return undefined;
  const { projectNo, serviceNumber } = contact;
  const at = withOffset(rating.heldSince ?? rating.receivedAt);
  return { at, state: 'rated' as const, projectNo, serviceNumber };
};

const heldWith = async (number: Numbered, pad: Pad, { presses }: SameNumberDeps) => {
  const press = await presses.find({ ...number, hall: pad.hall, window: pad.window });
  if (press === undefined) return null;
  const at = withOffset(press.arrivedAt);
  return { at, state: stateOfPress(press), projectNo: null, serviceNumber: null };
};

/**
 * Returns what is stored under the number of a refused rating. It may be the same press, sent again
 * with what was wrong corrected, or another one of a counter that went back: persons find out.
 */
export const storedUnderNumber = async (
  { padId, sequence, takenUp }: RefusedMark,
  pad: Pad,
  deps: SameNumberDeps,
) => {
  if (sequence === 0 || takenUp !== undefined) return null;
  const number = { padId, sequence };
  const contact = (await deps.pads.numberOf(number))?.contact;
  const rated = contact && (await ratedWith(contact, number, deps));
  return rated ?? heldWith(number, pad, deps);
};
