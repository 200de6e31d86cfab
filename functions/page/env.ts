import * as z from 'zod/mini';

import { envReader, filled } from '../../shared/env.ts';

/** The environment variables of each function. A test compares them with the template. */
export const envs = {
  file: z.object({
    PUBLIC_URL: filled,
    EVIDENCE_ORIGIN: filled,
    SIGN_IN_ISSUER: filled,
    SIGN_IN_CLIENT_ID: filled,
    SIGN_IN_AUDIENCE: filled,
    SIGN_IN_TOKEN: z.enum(['access_token', 'id_token']),
    SIGN_IN_CLAIM_PREFIX: z.string(),
  }),
} as const;

export const env = envReader('page', envs, process.env);
