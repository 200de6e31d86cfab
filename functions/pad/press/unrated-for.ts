import { mapConcurrent } from '../../../shared/concurrency.ts';
import { contactOf } from '../../../shared/domain/case/case.ts';
import { pressedAt, spanOf } from '../../../shared/domain/pad/press.ts';
import type { Press } from '../../../shared/domain/pad/press.ts';
import type { CaseStore, OnShow } from '../../../shared/port/case/store.ts';
import type { RatingStore } from '../../../shared/port/rating/store.ts';

export interface UnratedDeps {
  readonly cases: Pick<CaseStore, 'find' | 'contactsAt'>;
  readonly ratings: Pick<RatingStore, 'find'>;
}

/** How many contacts of a window are read at once. */
const readAtOnce = 5;

/** A contact may have been reported for the window and replaced since. */
const isUnratedAt = async (shown: OnShow, press: Press, deps: UnratedDeps): Promise<boolean> => {
  const [known, rating] = await Promise.all([
    deps.cases.find(shown.projectNo),
    deps.ratings.find({ ...shown, assessNumber: 1 }),
  ]);
  const contact = known && contactOf(known, shown.serviceNumber);
  const isThere =
    contact?.hall === press.hall && contact.window === press.window && contact.at === shown.at;
  return isThere && rating === undefined;
};

/** Returns the contacts of the window that a press can mean: served at its time, and not rated. */
export const unratedFor = async (press: Press, deps: UnratedDeps): Promise<readonly OnShow[]> => {
  const at = pressedAt(press);
  if (at === undefined) return [];
  const shown = await deps.cases.contactsAt(press, spanOf(at));
  const open = await mapConcurrent(shown, readAtOnce, (one) => isUnratedAt(one, press, deps));
  return shown.filter((_one, index) => open[index]);
};
