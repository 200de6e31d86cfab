/**
 * How two persons can rule: the first rating is not the applicant's and the contesting one takes its
 * place; the first stands; or neither is the applicant's, and none counts.
 */
export const contestOutcomes = ['upheld', 'rejected', 'neither'] as const;
export type ContestOutcome = (typeof contestOutcomes)[number];

export const contestStates = ['open', ...contestOutcomes] as const;
export type ContestState = (typeof contestStates)[number];

const voids = {
  open: false,
  upheld: true,
  rejected: false,
  neither: true,
} as const satisfies Record<ContestState, boolean>;

/** Whether the first rating is not the applicant's: it stays stored, and counts nowhere. */
export const isVoided = (contested: ContestState | undefined): boolean =>
  contested !== undefined && voids[contested];
