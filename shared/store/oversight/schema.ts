import * as z from 'zod/mini';

import type { ActsBreak, AuditBreak } from '../../domain/oversight/audit-break.ts';
import { hallLevels, placeKinds, registerNouns } from '../../domain/oversight/register.ts';
import type { RegisterEntry } from '../../domain/oversight/register.ts';
import { indicatorGroups, indicatorSets } from '../../domain/rating/indicator-kind.ts';
import { CivilDate, Instant } from '../../domain/time/instant.ts';
import { Month } from '../../domain/time/month.ts';
import type { AuditProgress } from '../../port/oversight/audit-store.ts';
import type { RegisterHead } from '../../port/oversight/register-store.ts';
import { signed } from '../signed.ts';
import { defineKind, startVersions } from '../stored-kind.ts';
import { workItemMembers } from './work-item-schema.ts';

export const storedRegisterHead = defineKind<RegisterHead>()({
  name: 'register',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      noun: z.enum(registerNouns),
      area: z.string(),
      version: z.int(),
      digest: z.string(),
      count: z.int(),
      ...signed,
    }),
  ),
});

interface RegisterPart {
  readonly entries: readonly RegisterEntry[];
}

const Entry = z.strictObject({
  code: z.string(),
  name: z.string(),
  area: z.optional(z.string()),
  orgCode: z.optional(z.string()),
  serves: z.optional(z.array(z.string())),
  contacts: z.optional(z.array(z.strictObject({ name: z.string(), staffId: z.string() }))),
  sensitive: z.optional(z.boolean()),
  level: z.optional(z.enum(hallLevels)),
  windows: z.optional(z.array(z.string())),
  terminals: z.optional(z.array(z.string())),
  hours: z.optional(
    z.array(z.strictObject({ days: z.array(z.int()), from: z.string(), to: z.string() })),
  ),
  department: z.optional(z.string()),
  system: z.optional(z.string()),
  kind: z.optional(z.enum(placeKinds)),
  english: z.optional(z.string()),
  group: z.optional(z.enum(indicatorGroups)),
  set: z.optional(z.enum(indicatorSets)),
  retired: z.optional(z.boolean()),
  aliases: z.optional(z.array(z.string())),
  closed: z.optional(z.boolean()),
});

export const storedRegisterPart = defineKind<RegisterPart>()({
  name: 'register_entry',
  writes: 1,
  versions: startVersions(1, z.strictObject({ entries: z.array(Entry) })),
});

const Finding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link'), number: z.int() }),
  z.strictObject({ kind: z.literal('end') }),
  z.strictObject({ kind: z.literal('replay'), members: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('rating'), assessNumber: z.literal([1, 2]) }),
  z.strictObject({ kind: z.literal('ticket') }),
  z.strictObject({ kind: z.literal('unreadable'), items: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('misplaced'), items: z.array(z.string()) }),
]);

const breakMembers = { found: Finding, ...workItemMembers(Finding) };

export const storedAuditBreak = defineKind<AuditBreak>()({
  name: 'audit_break',
  writes: 1,
  versions: startVersions(1, z.strictObject({ ticketId: z.string(), ...breakMembers })),
});

export const storedActsBreak = defineKind<ActsBreak>()({
  name: 'acts_break',
  writes: 1,
  versions: startVersions(1, z.strictObject(breakMembers)),
});

const progressMembers = {
  at: Instant,
  changedSince: CivilDate,
  nextMonth: Month,
  verified: z.int(),
} as const;

const actProgressMembers = {
  head: z.optional(z.strictObject({ number: z.int(), hash: z.string() })),
  next: z.int(),
} as const;

const AuditProgressV1 = z.strictObject({
  ...progressMembers,
  acts: z.optional(z.strictObject(actProgressMembers)),
});

const AuditProgressV2 = z.strictObject({
  ...progressMembers,
  acts: z.optional(
    z.strictObject({
      ...actProgressMembers,
      mark: z.optional(z.int()),
      months: z.optional(z.array(z.strictObject({ month: Month, number: z.int() }))),
    }),
  ),
});

export const storedAuditProgress = defineKind<AuditProgress>()({
  name: 'audit_progress',
  writes: 2,
  // Version 2: what shows whether acts that are missing were due.
  versions: startVersions(1, AuditProgressV1).next(
    AuditProgressV2,
    (older): z.output<typeof AuditProgressV2> => older,
  ),
});
