import { isSamePerson } from '../../access/person.ts';
import { contactOf } from '../../case/case.ts';
import type { Case } from '../../case/case.ts';
import type { Rating } from '../rating.ts';

/** What decides who is concerned: ratings of one service, and its case as it is now. */
export interface RatedService {
  readonly ratings: readonly Rating[];
  readonly handled: Pick<Case, 'contacts'> | undefined;
}

/** Returns the person who served, and those without whom the rating would not exist. */
const personsOf = ({ staffId, enteredBy, takenUp }: Rating): readonly string[] =>
  [staffId, enteredBy?.staff, enteredBy?.checkedBy, takenUp?.by, takenUp?.confirmedBy].filter(
    (id) => id !== undefined,
  );

/** A system may name who served after the rating, which has its own copy of what was known. */
const namedNow = ({ ratings, handled }: RatedService): readonly string[] =>
  ratings.flatMap(({ serviceNumber }) => {
    const id = handled && contactOf(handled, serviceNumber)?.staff?.id;
    return id === undefined ? [] : [id];
  });

/** Returns everybody whom the ratings are about, or who entered, checked or took one of them up. */
export const personsConcerned = (service: RatedService): readonly string[] => [
  ...service.ratings.flatMap(personsOf),
  ...namedNow(service),
];

export const isConcernedBy = (service: RatedService, id: string): boolean =>
  personsConcerned(service).some((person) => isSamePerson(person, id));
