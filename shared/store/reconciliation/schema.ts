import * as z from 'zod/mini';

import type { Difference } from '../../domain/reconciliation/difference.ts';
import { differenceKinds } from '../../domain/reconciliation/reconciliation.ts';
import { CivilDate, Instant } from '../../domain/time/instant.ts';
import type { Reconciliation } from '../../port/reconciliation/difference-store.ts';
import { workItemMembers } from '../oversight/work-item-schema.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const Subject = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('rating'),
    projectNo: z.string(),
    serviceNumber: z.int(),
    assessNumber: z.int(),
    generation: z.optional(z.int()),
  }),
  z.strictObject({ of: z.literal('step'), ticketId: z.string(), stepNumber: z.int() }),
  z.strictObject({
    of: z.literal('rating_count'),
    satisfaction: z.string(),
    channel: z.string(),
    assessNumber: z.int(),
  }),
  z.strictObject({ of: z.literal('step_count') }),
]);

const SideFacts = z.record(z.string(), z.union([z.string(), z.number()]));

const DifferenceBody = z.strictObject({
  finding: z.enum(differenceKinds),
  subject: Subject,
  creditCode: z.string(),
  ours: z.optional(SideFacts),
  theirs: z.optional(SideFacts),
  reason: z.optional(z.string()),
  id: z.string(),
  day: CivilDate,
  ...workItemMembers(z.enum(differenceKinds)),
});

export const storedDifference = defineKind<Difference>()({
  name: 'difference',
  writes: 3,
  // Version 2: the generation of a rating, and what took the place of one that the center keeps.
  // Version 3: what was set aside here.
  versions: startVersions(1, DifferenceBody)
    .next(DifferenceBody, (older): z.output<typeof DifferenceBody> => older)
    .next(DifferenceBody, (older): z.output<typeof DifferenceBody> => older),
});

const Pair = z.strictObject({ ours: z.int(), theirs: z.int() });

const ReconciliationBody = z.strictObject({
  day: CivilDate,
  at: Instant,
  state: z.enum(['equal', 'different', 'unreachable']),
  why: z.optional(z.string()),
  ratings: Pair,
  steps: Pair,
  found: z.partialRecord(z.enum(differenceKinds), z.int()),
  calledAgain: z.optional(z.int()),
});

export const storedReconciliation = defineKind<Reconciliation>()({
  name: 'reconciliation',
  writes: 2,
  // Version 2: what was set aside here.
  versions: startVersions(1, ReconciliationBody).next(
    ReconciliationBody,
    (older): z.output<typeof ReconciliationBody> => older,
  ),
});
