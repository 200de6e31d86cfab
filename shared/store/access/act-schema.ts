import * as z from 'zod/mini';

import type { Act } from '../../domain/access/act.ts';
import { staffRoles } from '../../domain/access/staff-role.ts';
import { Instant } from '../../domain/time/instant.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const link = { number: z.int(), previous: z.string(), hash: z.string() } as const;

export const storedAct = defineKind<Act>()({
  name: 'act',
  writes: 1,
  versions: startVersions(
    1,
    z.discriminatedUnion('phase', [
      z.strictObject({
        phase: z.literal('asked'),
        at: Instant,
        by: z.string(),
        roles: z.array(z.enum(staffRoles)),
        area: z.string(),
        department: z.optional(z.string()),
        call: z.string(),
        subject: z.record(z.string(), z.string()),
        bodyDigest: z.optional(z.string()),
        ...link,
      }),
      z.strictObject({
        phase: z.literal('ended'),
        at: Instant,
        of: z.int(),
        status: z.int(),
        code: z.optional(z.string()),
        about: z.optional(z.record(z.string(), z.string())),
        ...link,
      }),
    ]),
  ),
});
