import { countingArea } from '../../domain/area/area.ts';
import { dayPeriod } from '../../domain/figures/counter.ts';
import type { CounterKey } from '../../domain/figures/counter.ts';
import type { Scope, ScopeKind } from '../../domain/figures/scope.ts';
import type { Invited } from '../../domain/rating/invited.ts';
import { civilDateOf } from '../../domain/time/instant.ts';
import type { CivilDate } from '../../domain/time/instant.ts';
import type { ItemKey } from '../keys.ts';
import type { Placement } from '../table.ts';

/** Keys of figures and invitations; the overview of all items is in `keys.ts`. */

export const figurePk = ({ kind, id }: Scope): string => `FIGURE#${kind}#${id}`;

export const counterKey = ({ scope, period }: CounterKey): ItemKey => ({
  pk: figurePk(scope),
  sk: period,
});

export const daySk = dayPeriod;

export const membersPk = (kind: ScopeKind, area: string): string => `MEMBERS#${kind}#${area}`;

export const memberKey = (member: Scope & { readonly area: string }): ItemKey => ({
  pk: membersPk(member.kind, member.area),
  sk: member.id,
});

/** When the newest change in the sums was made. */
export const appliedKey: ItemKey = { pk: 'FIGURES', sk: 'APPLIED' };

export const invitedOn = (area: string, day: CivilDate): string =>
  `INVITED#${countingArea(area)}#${day}`;

export const invitationPlace = (invited: Invited): Placement => ({
  key: {
    pk: `CASE#${invited.projectNo}`,
    sk: `INVITED#${String(invited.serviceNumber).padStart(2, '0')}`,
  },
  kind: 'invitation',
  list: {
    listPk: invitedOn(invited.area, civilDateOf(invited.at)),
    listSk: [invited.creditCode, invited.at, invited.projectNo, invited.serviceNumber].join('#'),
  },
});
