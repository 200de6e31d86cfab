import { dayPeriod } from '../../domain/figures/counter.ts';
import type { CounterKey } from '../../domain/figures/counter.ts';
import type { Scope, ScopeKind } from '../../domain/figures/scope.ts';
import type { ItemKey } from '../keys.ts';

/** Keys of figures; the overview of all items is in `keys.ts`. */

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
