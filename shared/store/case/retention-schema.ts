import * as z from 'zod/mini';

import { CivilDate, Instant } from '../../domain/time/instant.ts';
import type { RetentionProgress } from '../../port/case/eraser.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

export const storedRetentionProgress = defineKind<RetentionProgress>()({
  name: 'retention_progress',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      at: Instant,
      since: z.optional(CivilDate),
      doneUntil: CivilDate,
      nextMonth: z.string(),
      erased: z.int(),
      failed: z.array(z.string()),
    }),
  ),
});
