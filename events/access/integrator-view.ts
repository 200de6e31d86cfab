import * as z from 'zod/mini';

import { integratorRights, integratorStates } from '../../shared/domain/access/integrator.ts';
import { Moment } from '../primitive.ts';
import { IntegratorScope } from './integrator.ts';

const facts = {
  accessKey: z.string(),
  system: z.string(),
  name: z.string(),
  may: z.array(z.enum(integratorRights)),
  scope: IntegratorScope,
};

export const IntegratorAdmitted = z.object({
  ...facts,
  /** Returned only here. */
  secret: z.string(),
});

export const IntegratorList = z.object({
  integrators: z.array(
    z.object({
      ...facts,
      state: z.enum(integratorStates),
      /** Its number as an issuer of links; `null` if an older release admitted it. */
      issuer: z.nullable(z.int()),
      /** Staff ids of the persons who proposed, confirmed and revoked it. */
      admittedBy: z.string(),
      confirmedBy: z.string(),
      admittedAt: Moment,
      revokedBy: z.optional(z.string()),
      revokedAt: z.optional(Moment),
    }),
  ),
  cursor: z.nullable(z.string()),
});

export const IntegratorRevoked = z.object({ accessKey: z.string(), state: z.literal('revoked') });
