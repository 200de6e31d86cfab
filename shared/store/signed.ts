import * as z from 'zod/mini';

import { Instant } from '../domain/time/instant.ts';

/** The members of `Signed`: who proposed and who confirmed what is stored. */
export const signed = { by: z.string(), confirmedBy: z.string(), at: Instant } as const;

/** `Revocation`: who took it away. */
export const revocation = z.strictObject({ by: z.string(), at: Instant });
