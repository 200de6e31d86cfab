import type { Instant } from '../time/instant.ts';
import { contestKinds, firstKinds, invitingKinds } from './kind.ts';
import type { PlannedKind } from './kind.ts';

/**
 * 退订: which messages a person refused. By an invitation further invitations to the number: systems can
 * make such a link, and none of them may silence what a resident is told about a rating. By a receipt
 * what becomes of its rating, and nothing of any other: a receipt proves nothing of the number.
 */
export const optOutScopes = ['none', 'invitations', 'all'] as const;
export type OptOutScope = (typeof optOutScopes)[number];

export interface OptOut {
  /** Keyed digest of the mobile number, or of the rating. */
  readonly recipient: string;
  readonly scope: OptOutScope;
  readonly at: Instant;
  readonly version: number;
}

const refuses = {
  none: () => false,
  invitations: (kind: PlannedKind) => invitingKinds.includes(kind),
  // Who rated in the name of another must not keep from them that there is a rating or a contest.
  all: (kind: PlannedKind) => !firstKinds.includes(kind) && !contestKinds.includes(kind),
} as const satisfies Record<OptOutScope, (kind: PlannedKind) => boolean>;

export const isRefused = (kind: PlannedKind, choice: Pick<OptOut, 'scope'> | undefined): boolean =>
  choice !== undefined && refuses[choice.scope](kind);

const refusedBy = { invitation: 'invitations', receipt: 'all' } as const;

/** Returns the scope of a request. */
export const scopeOf = ({
  by,
  refuse,
}: {
  readonly by: keyof typeof refusedBy;
  readonly refuse: boolean;
}): OptOutScope => (refuse ? refusedBy[by] : 'none');
