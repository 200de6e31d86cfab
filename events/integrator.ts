import * as z from 'zod/mini';

import { text } from './primitive.ts';

export const IntegratorAdmission = z.strictObject({
  name: text(60),
  may: z.array(z.enum(['cases', 'invitations'])).check(z.minLength(1)),
});
