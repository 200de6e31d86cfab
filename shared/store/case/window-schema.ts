import * as z from 'zod/mini';

import { Instant } from '../../domain/time/instant.ts';
import type { OnShow } from '../../port/case/store.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

export const storedWindow = defineKind<OnShow>()({
  name: 'window',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({ projectNo: z.string(), serviceNumber: z.int(), at: Instant }),
  ),
});
