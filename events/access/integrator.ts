import * as z from 'zod/mini';

import { integratorRights } from '../../shared/domain/access/integrator.ts';
import { text } from '../primitive.ts';

export const IntegratorAdmission = z.strictObject({
  name: text(60),
  /**
   * For an additional key of an existing system: its `system`, so that both keys access the same
   * cases.
   */
  system: z.optional(text(128)),
  may: z.array(z.enum(integratorRights)).check(z.minLength(1)),
});
