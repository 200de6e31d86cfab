import * as z from 'zod/mini';

import { text } from '../primitive.ts';

export const IntegratorAdmission = z.strictObject({
  name: text(60),
  /** For another key of a system that has one: its `system`, so that its cases stay its own. */
  system: z.optional(text(128)),
  may: z.array(z.enum(['cases', 'invitations', 'center'])).check(z.minLength(1)),
});
