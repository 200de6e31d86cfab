/** 待办事项: what all work items show to staff. */
import * as z from 'zod/mini';

import { workItemChanges, workItemStates } from '../../shared/domain/oversight/work-item.ts';
import { Moment } from '../primitive.ts';

export const workItemFacts = <Finding extends z.ZodMiniType>(finding: Finding) => ({
  state: z.enum(workItemStates),
  openedAt: Moment,
  history: z.array(
    z.object({
      at: Moment,
      what: z.enum(workItemChanges),
      finding,
      /** Staff id. */
      by: z.optional(z.string()),
      note: z.optional(z.string()),
    }),
  ),
});
