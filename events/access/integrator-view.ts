import * as z from 'zod/mini';

import { integratorRights, integratorStates } from '../../shared/domain/access/integrator.ts';
import { Moment } from '../primitive.ts';

const rights = z.array(z.enum(integratorRights));

export const IntegratorAdmitted = z.object({
  accessKey: z.string(),
  system: z.string(),
  /** Returned only here. */
  secret: z.string(),
  name: z.string(),
  may: rights,
});

export const IntegratorList = z.object({
  integrators: z.array(
    z.object({
      accessKey: z.string(),
      system: z.string(),
      name: z.string(),
      may: rights,
      state: z.enum(integratorStates),
      admittedAt: Moment,
    }),
  ),
  cursor: z.nullable(z.string()),
});

export const IntegratorRevoked = z.object({ accessKey: z.string(), state: z.literal('revoked') });
