import { cityCode, countingArea } from '../area/area.ts';
import type { Case, Contact } from '../case/case.ts';
import { scopeIn, scopeKinds } from './scope.ts';
import type { Scope, ScopeKind } from './scope.ts';

/** Where a contact, a rating or a ticket is counted. */
export interface Place {
  readonly area: string;
  readonly creditCode: string;
  readonly matterCode: string;
  readonly hall?: string | undefined;
  readonly window?: string | undefined;
  readonly staffId?: string | undefined;
}

interface ScopeRule {
  /** Whether it concerns the case as a whole, or one contact: where and by whom it was served. */
  readonly of: 'case' | 'contact';
  /** Undefined when the place has no such scope. */
  readonly id: (place: Place) => string | undefined;
}

const scopeRules: Readonly<Record<ScopeKind, ScopeRule>> = {
  city: { of: 'case', id: () => cityCode },
  area: { of: 'case', id: ({ area }) => countingArea(area) },
  department: { of: 'case', id: ({ creditCode }) => creditCode },
  hall: { of: 'contact', id: ({ hall }) => hall },
  window: {
    of: 'contact',
    id: ({ hall, window }) =>
      hall === undefined || window === undefined ? undefined : `${hall}/${window}`,
  },
  matter: { of: 'case', id: ({ matterCode }) => matterCode },
  staff: {
    of: 'contact',
    id: ({ creditCode, staffId }) =>
      staffId === undefined ? undefined : `${creditCode}/${staffId}`,
  },
};

const listScopes = (place: Place, kinds: readonly ScopeKind[]): readonly Scope[] =>
  kinds.flatMap((kind) => {
    const id = scopeRules[kind].id(place);
    return id === undefined ? [] : [{ kind, id }];
  });

const countedScopes = (place: Place, of: ScopeRule['of']): readonly Scope[] =>
  listScopes(
    place,
    scopeKinds.filter((kind) => scopeRules[kind].of === of),
  ).map((scope) => scopeIn(countingArea(place.area), scope));

export const caseScopes = (place: Place): readonly Scope[] => countedScopes(place, 'case');
export const contactScopes = (place: Place): readonly Scope[] => countedScopes(place, 'contact');

/** Returns the scopes of a place as they are named, whatever the area in which they are counted. */
export const namedScopes = (place: Place): readonly Scope[] => listScopes(place, scopeKinds);

export const scopesOf = (place: Place): readonly Scope[] => [
  ...caseScopes(place),
  ...contactScopes(place),
];

export const placeOfContact = (known: Case, contact?: Contact): Place => ({
  area: known.area,
  creditCode: known.department.creditCode,
  matterCode: known.matter.code,
  hall: contact?.hall,
  window: contact?.window,
  staffId: contact?.staff?.id,
});
