import { isSamePerson } from '../../access/person.ts';
import type { Rating } from '../rating.ts';

/** Returns the person who served, and those without whom the rating would not exist. */
export const personsOf = ({ staffId, enteredBy, takenUp }: Rating): readonly string[] =>
  [staffId, enteredBy?.staff, enteredBy?.checkedBy, takenUp?.by, takenUp?.confirmedBy].filter(
    (id) => id !== undefined,
  );

/** Whether one of the ratings is about the person, or was entered, checked or taken up by them. */
export const isConcernedBy = (ratings: readonly Rating[], id: string): boolean =>
  ratings.flatMap(personsOf).some((person) => isSamePerson(person, id));
