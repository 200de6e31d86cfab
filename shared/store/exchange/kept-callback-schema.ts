import * as z from 'zod/mini';

import {
  callbackOperations,
  keptReasons,
  keptStates,
} from '../../domain/exchange/callback/kept.ts';
import type { KeptCallback } from '../../domain/exchange/callback/kept.ts';
import { Instant } from '../../domain/time/instant.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const keptMembers = {
  id: z.string(),
  operation: z.enum(callbackOperations),
  reason: z.enum(keptReasons),
  state: z.enum(keptStates),
  at: Instant,
  accessKey: z.string(),
  projectNo: z.optional(z.string()),
  readable: z.boolean(),
  parts: z.int(),
  end: z.optional(
    z.strictObject({
      by: z.string(),
      confirmedBy: z.optional(z.string()),
      at: Instant,
      note: z.optional(z.string()),
    }),
  ),
  version: z.int(),
} as const;

const KeptV2 = z.strictObject({ ...keptMembers, triedAt: z.optional(Instant) });

export const storedKeptCallback = defineKind<KeptCallback>()({
  name: 'kept_callback',
  writes: 2,
  // Version 2: when it was tried last.
  versions: startVersions(1, z.strictObject(keptMembers)).next(
    KeptV2,
    (older): z.output<typeof KeptV2> => older,
  ),
});

/** A part of the encrypted content. */
export const storedKeptPart = defineKind<{ readonly sealed: string }>()({
  name: 'kept_callback_part',
  writes: 1,
  versions: startVersions(1, z.strictObject({ sealed: z.string() })),
});
