/** The places that a webhook's address and secret are sealed for. */
export const webhookUrlPlace = (id: string): string => `webhook/${id}/url`;
export const webhookSecretPlace = (id: string): string => `webhook/${id}/secret`;
