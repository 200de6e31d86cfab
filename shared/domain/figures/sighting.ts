/**
 * 谁在统计之列: the departments, matters, halls, windows and staff that appear in a stored item.
 */
import { countingArea } from '../area/area.ts';
import { finishedAt } from '../case/case.ts';
import type { Case } from '../case/case.ts';
import { areaOfHall } from '../pad/pad.ts';
import type { Rating } from '../rating/rating.ts';
import { placeOfContact, scopesOf } from './contribution.ts';
import type { Place, Source } from './contribution.ts';
import { mergedMember } from './member.ts';
import type { FigureMember } from './member.ts';
import type { Scope } from './scope.ts';

/**
 * A hall belongs to the area in its code, whichever area the department that serves there is from.
 */
const areaOfMember = ({ kind, id }: Scope, area: string): string =>
  kind === 'hall' || kind === 'window' ? countingArea(areaOfHall(id)) : countingArea(area);

type Seen = Omit<FigureMember, keyof Scope | 'area' | 'name'>;
type Names = Readonly<Partial<Record<Scope['kind'], string | undefined>>>;

const listSightings = (place: Place, seen: Seen, names: Names = {}): readonly FigureMember[] =>
  scopesOf(place)
    .filter(({ kind }) => kind !== 'city')
    .map((scope) => ({
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

export const sightingsOf = (source: Source): readonly FigureMember[] => {
  const all =
    source.kind === 'case'
      ? caseSightings(source.of)
      : source.kind === 'rating'
        ? ratingSightings(source.of)
        : [];
  return [...Map.groupBy(all, keyOf).values()].map((same) => same.reduce(mergedMember));
};

/** Returns the sightings that are new with a change. */
export const newSightings = (
  before: Source | undefined,
  after: Source | undefined,
): readonly FigureMember[] => {
  const known = new Set(
    (before === undefined ? [] : sightingsOf(before)).map((member) => JSON.stringify(member)),
  );
  return (after === undefined ? [] : sightingsOf(after)).filter(
    (member) => !known.has(JSON.stringify(member)),
  );
};
