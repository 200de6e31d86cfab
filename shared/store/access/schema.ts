import * as z from 'zod/mini';

import { Instant } from '../../domain/time/instant.ts';
import type { Integrator } from '../../port/access/integrator-store.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

export const storedIntegrator = defineKind<Integrator>()({
  name: 'integrator',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      accessKey: z.string(),
      system: z.string(),
      name: z.string(),
      may: z.array(z.enum(['cases', 'invitations', 'center'])),
      sealedSecret: z.string(),
      state: z.enum(['active', 'revoked']),
      admittedAt: Instant,
    }),
  ),
});

interface ReplayMark {
  /** Distinguishes the callers that claim the same mark. */
  readonly by: string;
}

export const storedReplayMark = defineKind<ReplayMark>()({
  name: 'replay',
  writes: 1,
  versions: startVersions(1, z.strictObject({ by: z.string() })),
});
