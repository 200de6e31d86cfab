import * as z from 'zod/mini';

import { Rung } from '../../shared/domain/policy/policy.ts';
import { Moment } from '../primitive.ts';

/** 漏升级监测: the results of the hourly watch runs, newest first. */
export const WatchView = z.object({
  /** All escalations ever missed; the target is always 0. */
  missedEver: z.int(),
  results: z.array(
    z.object({
      at: Moment,
      openTickets: z.int(),
      /** Were more than 20 minutes overdue when the watch ran, which queued them. */
      late: z.int(),
      /** Already found late by the watch run an hour before, and still not fired. */
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
      /** The oldest due moment that is not handled; `null` when there is none. */
      oldestDueAt: z.nullable(Moment),
    }),
  ),
});
