/** The places that a webhook's address and secret are sealed for. */
export const hookUrlPlace = (id: string): string => `webhook/${id}/url`;
export const hookSecretPlace = (id: string): string => `webhook/${id}/secret`;
