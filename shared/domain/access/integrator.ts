export const integratorRights = [
  'cases', // reports the cases of its own system
  'invitations', // invites for the cases of its own system
  'portal', // invites for the cases of every system: the portal, the app, the SMS platform
  'messages', // the gateway of text messages: gets them with its key, and sends their receipts
  'center', // the provincial center, for its callbacks; never together with another right
] as const;
export type IntegratorRight = (typeof integratorRights)[number];

export const integratorStates = ['active', 'revoked'] as const;
export type IntegratorState = (typeof integratorStates)[number];

/**
 * Whether a key with these rights acts for the whole city, whatever its scope says: messages go to
 * residents of every area over the one gateway, and the center writes of every case.
 */
export const isOfWholeCity = (rights: readonly IntegratorRight[]): boolean =>
  rights.includes('messages') || rights.includes('center');

/** Whether one key may have these rights: a key of the center has no other. */
export const isAllowedTogether = (rights: readonly IntegratorRight[]): boolean =>
  !rights.includes('center') || rights.length === 1;
