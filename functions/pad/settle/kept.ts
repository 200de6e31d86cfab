import type { Pad } from '../../../shared/domain/pad/pad.ts';
import type { Press } from '../../../shared/domain/pad/press.ts';
import type { RefusedPadRating } from '../../../shared/domain/pad/refused.ts';
import { padProblems } from '../../../shared/http/problem/pad.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { PressStore } from '../../../shared/port/pad/press-store.ts';
import type { PadStore } from '../../../shared/port/pad/store.ts';

export interface KeptDeps {
  readonly pads: Pick<PadStore, 'find' | 'refusedWith' | 'endRefused'>;
  readonly presses: Pick<PressStore, 'find' | 'save'>;
}

export const pressOf = (
  { id: padId, hall, window }: Pad,
  sequence: number,
  { presses }: Pick<KeptDeps, 'presses'>,
): Promise<Press | undefined> => presses.find({ hall, window, padId, sequence });

/** @throws Problem when it is no longer held, or settled */
export const requireHeld = (press: Press | undefined): Press => {
  if (press === undefined) throw new Problem(padProblems.kept_rating_unknown);
  if (press.settled !== undefined) throw new Problem(padProblems.press_settled);
  return press;
};

/** @throws Problem when there is none, or two persons ended it */
export const requireRefused = async (
  key: { readonly padId: string; readonly sequence: number; readonly mark: string },
  { pads }: { readonly pads: Pick<PadStore, 'refusedWith'> },
): Promise<RefusedPadRating> => {
  const refused = await pads.refusedWith(key);
  if (refused === undefined) throw new Problem(padProblems.kept_rating_unknown);
  if (refused.takenUp !== undefined) throw new Problem(padProblems.refused_taken_up);
  if (refused.settled !== undefined) throw new Problem(padProblems.refused_settled);
  return refused;
};
