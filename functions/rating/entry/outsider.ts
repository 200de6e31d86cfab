import {
  concernedIn,
  isUnconcerned,
  requireUnconcerned,
  serviceOf,
} from '../../../shared/http/access/concerned.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import type { Entry } from '../../../shared/port/rating/entry-store.ts';
import type { Rated } from '../receive-rating.ts';

type Person = Pick<Staff, 'id' | 'department'>;

const concernedInRating = ({ known, contact }: Rated) =>
  concernedIn([{ known, contacts: [contact] }]);

/** Nobody writes down, confirms or rejects what a resident says of them. @throws Problem */
export const requireOutsider = (staff: Person, rated: Rated): void =>
  requireUnconcerned(staff, concernedInRating(rated));

/**
 * The case may have come to the department of the person who entered it, or have been told since that
 * they served. An entry of an older release does not say for which department it was entered.
 *
 * @throws Problem
 */
export const requireEnteredOutside = ({ enteredBy: id, department }: Entry, rated: Rated): void => {
  const person = { id, department: department ?? '' };
  if (!isUnconcerned(person, concernedInRating(rated))) throw new Problem('entry_of_concerned');
};

/** Nobody reads what a resident says of them before it counts. */
export const mayReadEntry = async (
  staff: Person,
  entry: Entry,
  deps: { readonly cases: Pick<CaseStore, 'find'> },
): Promise<boolean> => isUnconcerned(staff, concernedIn(await serviceOf(entry, deps)));
