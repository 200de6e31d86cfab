/** The contexts to which the encryption of a webhook's URL and secret is bound. */
export const webhookUrlPlace = (id: string): string => `webhook/${id}/url`;
export const webhookSecretPlace = (id: string): string => `webhook/${id}/secret`;
