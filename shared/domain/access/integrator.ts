/** `center`: the provincial center, for its callbacks. */
export const integratorRights = ['cases', 'invitations', 'center'] as const;
export type IntegratorRight = (typeof integratorRights)[number];

export const integratorStates = ['active', 'revoked'] as const;
export type IntegratorState = (typeof integratorStates)[number];
