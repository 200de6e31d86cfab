import { isSamePerson } from '../../domain/access/person.ts';
import type { Concerned, RecordedConcerned } from '../../domain/access/proposal.ts';
import type { Signed } from '../../domain/access/signed.ts';
import { contactOf } from '../../domain/case/case.ts';
import type { Case, Contact } from '../../domain/case/case.ts';
import type { RatingKey } from '../../domain/rating/rating-key.ts';
import { isSameValue } from '../../domain/text/canonical-json.ts';
import { compareTexts } from '../../domain/text/order.ts';
import { insideRefusal } from '../../domain/ticket/authorization/authorization.ts';
import type { TicketRefusal } from '../../domain/ticket/refusal.ts';
import type { CaseStore } from '../../port/case/store.ts';
import { Problem } from '../problem/problem.ts';
import { ticketProblems } from '../problem/ticket.table.ts';
import type { Staff } from '../staff.ts';
import { Superseded } from './carry-out.ts';

/** A case, and the services of it that something was said about. */
export interface SaidAbout {
  readonly known: Case;
  readonly contacts: readonly Contact[];
}

/** Returns the service that was rated; none when its case or its contact is not there. */
export const serviceOf = async (
  { projectNo, serviceNumber }: Pick<RatingKey, 'projectNo' | 'serviceNumber'>,
  { cases }: { readonly cases: Pick<CaseStore, 'find'> },
): Promise<readonly SaidAbout[]> => {
  const known = await cases.find(projectNo);
  const contact = known && contactOf(known, serviceNumber);
  return known && contact ? [{ known, contacts: [contact] }] : [];
};

const inOrder = (all: readonly string[]): readonly string[] =>
  [...new Set(all)].toSorted(compareTexts);

/** Returns the departments that were rated, and who served. */
export const concernedIn = (about: readonly SaidAbout[]): Concerned => ({
  departments: inOrder(about.map(({ known }) => known.department.creditCode)),
  persons: inOrder(
    about.flatMap(({ contacts }) => contacts.flatMap(({ staff }) => (staff ? [staff.id] : []))),
  ),
});

const refusalFor = (
  staff: Pick<Staff, 'id' | 'department'>,
  { departments, persons }: Concerned,
): TicketRefusal | undefined =>
  departments.length === 0 ? undefined : insideRefusal({ departments, workers: persons }, staff);

export const isUnconcerned = (
  staff: Pick<Staff, 'id' | 'department'>,
  concerned: Concerned,
): boolean => refusalFor(staff, concerned) === undefined;

/**
 * Refuses the people of the rated department, and who served: none of them decides what becomes of
 * something that a resident said of them. Without a department nobody knows that it is another.
 *
 * @throws Problem
 */
export const requireUnconcerned = (
  staff: Pick<Staff, 'id' | 'department'>,
  concerned: Concerned,
): void => {
  const refusal = refusalFor(staff, concerned);
  if (refusal !== undefined) throw new Problem(ticketProblems[refusal]);
};

/**
 * The case may have got another department, or a person who served, since the proposal.
 *
 * @throws Superseded
 */
export const requireStillUnconcerned = (
  { departments = [] }: RecordedConcerned,
  now: Concerned,
  { by, confirmedBy }: Signed,
): void => {
  const isOne = (id: string): boolean => isSamePerson(id, by) || isSamePerson(id, confirmedBy);
  if (!isSameValue(departments, now.departments) || now.persons.some((id) => isOne(id))) {
    throw new Superseded();
  }
};
