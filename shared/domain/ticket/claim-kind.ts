import type { CivilDate } from '../time/instant.ts';

/** 申诉不予采纳 · 无法整改 · 延期 */
export const claimKinds = ['invalid', 'hardship', 'extension'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** The grounds on which each claim can be made. */
export const claimGrounds = {
  invalid: ['mistaken', 'malicious'],
  hardship: ['not_fixable'],
  extension: ['needs_time'],
} as const satisfies Record<ClaimKind, readonly string[]>;

export type GroundsOf<Kind extends ClaimKind> = (typeof claimGrounds)[Kind][number];

interface Details {
  readonly invalid: object;
  readonly hardship: { readonly reviewOn: CivilDate };
  readonly extension: { readonly days: number };
}

/** The kind of a claim, with the members that only claims of that kind have. */
export type ClaimOfKind = {
  readonly [Kind in ClaimKind]: Details[Kind] & {
    readonly kind: Kind;
    readonly grounds: GroundsOf<Kind>;
  };
}[ClaimKind];
