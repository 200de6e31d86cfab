import type { Instant } from '../time/instant.ts';
import { invitingKinds } from './kind.ts';
import type { PlannedKind } from './kind.ts';

/**
 * 退订: which messages a person refused. By an invitation only further invitations: systems can make
 * such a link, and none of them may silence what a resident is told about a rating. By a receipt,
 * which only the rater has, all.
 */
export const optOutScopes = ['none', 'invitations', 'all'] as const;
export type OptOutScope = (typeof optOutScopes)[number];

export interface OptOut {
  /** Keyed digest of the mobile number. */
  readonly recipient: string;
  readonly scope: OptOutScope;
  readonly at: Instant;
  readonly version: number;
}

const refuses = {
  none: () => false,
  invitations: (kind: PlannedKind) => invitingKinds.includes(kind),
  // Who asks for the receipt again has a link, which systems can make as well.
  all: () => true,
} as const satisfies Record<OptOutScope, (kind: PlannedKind) => boolean>;

export const isRefused = (kind: PlannedKind, choice: Pick<OptOut, 'scope'> | undefined): boolean =>
  choice !== undefined && refuses[choice.scope](kind);

/**
 * Returns the scope after a request. A request by an invitation changes nothing for those who refused all.
 */
export const scopeAfter = (
  before: OptOutScope,
  { by, refuse }: { readonly by: 'invitation' | 'receipt'; readonly refuse: boolean },
): OptOutScope => {
  if (by === 'receipt') return refuse ? 'all' : 'none';
  if (before === 'all') return 'all';
  return refuse ? 'invitations' : 'none';
};
