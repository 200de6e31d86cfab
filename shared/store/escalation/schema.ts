import * as z from 'zod/mini';

import { Rung } from '../../domain/policy/policy.ts';
import { CivilDate, Instant } from '../../domain/time/instant.ts';
import type { LateRung, WatchResult } from '../../port/escalation/watch-store.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

interface SweepCursor {
  readonly day: CivilDate;
}

export const storedSweepCursor = defineKind<SweepCursor>()({
  name: 'sweep_cursor',
  writes: 1,
  versions: startVersions(1, z.strictObject({ day: CivilDate })),
});

export const storedLateRung = defineKind<LateRung>()({
  name: 'late_rung',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      ticketId: z.string(),
      round: z.int(),
      rung: Rung,
      firstSeenAt: Instant,
      missedAt: z.optional(Instant),
    }),
  ),
});

const FoundRung = z.strictObject({
  ticketId: z.string(),
  round: z.int(),
  rung: Rung,
  missed: z.boolean(),
});

export const storedWatchResult = defineKind<WatchResult>()({
  name: 'watch_result',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      at: Instant,
      openTickets: z.int(),
      late: z.int(),
      missed: z.int(),
      found: z.array(FoundRung),
      missedEver: z.int(),
      pendingCalendar: z.int(),
      oldestDueAt: z.optional(Instant),
    }),
  ),
});
