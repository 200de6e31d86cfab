/** How long identity and words are kept after a rating is settled, as the notice tells it. */
export const RETENTION_YEARS = 2;
