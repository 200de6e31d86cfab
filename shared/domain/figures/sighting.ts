/**
 * 谁在统计之列: the departments, matters, halls, windows and staff that appear in a stored item.
 */
import { cityCode, countingArea, isCityArea } from '../area/area.ts';
import { finishedAt } from '../case/case.ts';
import type { Case } from '../case/case.ts';
import { areaOfHall } from '../pad/pad.ts';
import type { Rating } from '../rating/rating.ts';
import type { Source } from './contribution.ts';
import { mergedMember } from './member.ts';
import type { FigureMember } from './member.ts';
import { namedScopes, placeOfContact } from './place.ts';
import type { Place } from './place.ts';
import { isAtHall } from './scope.ts';
import type { Scope } from './scope.ts';

/**
 * A hall belongs to the area in its code, whichever area the department that serves there is from. A
 * code without an area is shown in the area of the case, so that somebody notices it. The areas
 * belong to the city, so that one that nobody listed is found.
 */
const areaOfMember = ({ kind, id }: Scope, area: string): string => {
  if (kind === 'area') return cityCode;
  const hallArea = isAtHall(kind) ? areaOfHall(id) : area;
  return countingArea(isCityArea(hallArea) ? hallArea : area);
};

type Seen = Omit<FigureMember, keyof Scope | 'area' | 'name'>;
type Names = Readonly<Partial<Record<Scope['kind'], string | undefined>>>;

/** The area of the hall is seen as well, be it another than that of the case. */
const memberScopes = (place: Place): readonly Scope[] => {
  const hallArea = place.hall === undefined ? place.area : areaOfHall(place.hall);
  const scopes = namedScopes(place).filter(({ kind }) => kind !== 'city');
  return isCityArea(hallArea) ? [...scopes, { kind: 'area', id: countingArea(hallArea) }] : scopes;
};

const listSightings = (place: Place, seen: Seen, names: Names = {}): readonly FigureMember[] =>
  memberScopes(place).map((scope) => ({
    ...scope,
    area: areaOfMember(scope, place.area),
    name: names[scope.kind],
    ...seen,
  }));

const caseSightings = (known: Case): readonly FigureMember[] => {
  const [first] = known.timeline;
  if (first === undefined) return [];
  const finished = finishedAt(known);
  const contactSightings = (contact?: Case['contacts'][number]): readonly FigureMember[] =>
    listSightings(
      placeOfContact(known, contact),
      { firstAt: contact?.at ?? first.at, lastFinishedAt: finished },
      {
        department: known.department.name,
        matter: known.matter.name,
        staff: contact?.staff?.name,
      },
    );
  return [contactSightings(), ...known.contacts.map((contact) => contactSightings(contact))].flat();
};

/** A default rating of an upstream system shows no member, because nobody rated. */
const ratingSightings = (rating: Rating): readonly FigureMember[] =>
  rating.origin === 'default'
    ? []
    : listSightings(rating, { firstAt: rating.receivedAt, lastRatedAt: rating.receivedAt });

const keyOf = ({ kind, area, id }: FigureMember): string => `${kind}#${area}#${id}`;

const listAll = (source: Source): readonly FigureMember[] => {
  switch (source.kind) {
    case 'case':
      return caseSightings(source.of);
    case 'rating':
      return ratingSightings(source.of);
    case 'invitation':
    case 'ticket':
      return [];
    default:
      return source satisfies never;
  }
};

export const sightingsOf = (source: Source): readonly FigureMember[] =>
  [...Map.groupBy(listAll(source), keyOf).values()].map((same) => same.reduce(mergedMember));

const seenIn = (source: Source | undefined): readonly FigureMember[] =>
  source === undefined ? [] : sightingsOf(source);

/** Returns the sightings that are new with a change. */
export const newSightings = (
  before: Source | undefined,
  after: Source | undefined,
): readonly FigureMember[] => {
  const known = new Set(seenIn(before).map((member) => JSON.stringify(member)));
  return seenIn(after).filter((member) => !known.has(JSON.stringify(member)));
};
