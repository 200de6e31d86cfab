import * as z from 'zod/mini';

import { Rung } from '../../shared/domain/policy/policy.ts';
import { Moment } from '../primitive.ts';

/** 漏升级监测: what the hourly watches found, the newest first. */
export const WatchView = z.object({
  /** Escalations ever missed; the goal is a permanent 0. */
  missedEver: z.int(),
  results: z.array(
    z.object({
      at: Moment,
      openTickets: z.int(),
      /** More than 20 minutes behind their moment when the watch came by, and called by it. */
      late: z.int(),
      /** Found late by the watch an hour before already, and still not fired. */
      missed: z.int(),
      found: z.array(
        z.object({
          ticketId: z.string(),
          round: z.int(),
          rung: Rung,
          missed: z.boolean(),
        }),
      ),
      missedEver: z.int(),
      pendingCalendar: z.int(),
      /** The oldest moment that nobody has dealt with; `null` when there is none. */
      oldestDueAt: z.nullable(Moment),
    }),
  ),
});
