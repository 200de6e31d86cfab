/** `upheld`: the rating is not the applicant's; `rejected`: it stands. */
export const contestStates = ['open', 'upheld', 'rejected'] as const;
export type ContestState = (typeof contestStates)[number];
