import * as z from 'zod/mini';

import { evidenceTypes } from '../../domain/evidence/evidence.ts';
import type { Evidence } from '../../domain/evidence/evidence.ts';
import { Instant } from '../../domain/time/instant.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

export const storedEvidence = defineKind<Evidence>()({
  name: 'evidence',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      id: z.string(),
      ticketId: z.string(),
      sealedName: z.string(),
      type: z.enum(evidenceTypes),
      size: z.int(),
      sha256: z.string(),
      offeredBy: z.string(),
      offeredAt: Instant,
      state: z.enum(['offered', 'checked']),
      version: z.int(),
    }),
  ),
});
