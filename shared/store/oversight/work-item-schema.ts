import * as z from 'zod/mini';

import { workItemChanges, workItemStates } from '../../domain/oversight/work-item.ts';
import { Instant } from '../../domain/time/instant.ts';

/** The members that all work items have. */
export const workItemMembers = <Finding extends z.ZodMiniType>(finding: Finding) => ({
  state: z.enum(workItemStates),
  openedAt: Instant,
  history: z.array(
    z.strictObject({
      at: Instant,
      what: z.enum(workItemChanges),
      finding,
      by: z.optional(z.string()),
      note: z.optional(z.string()),
    }),
  ),
  version: z.int(),
});
