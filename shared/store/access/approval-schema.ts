import * as z from 'zod/mini';

import { approvalStates } from '../../domain/access/approval.ts';
import type { Approval } from '../../domain/access/approval.ts';
import { widenedMembers } from '../../domain/access/widening.ts';
import { registerNouns } from '../../domain/oversight/register.ts';
import { Channel } from '../../domain/rating/channel.ts';
import { contestOutcomes } from '../../domain/rating/contest/contest-state.ts';
import { Level } from '../../domain/rating/level.ts';
import { Instant } from '../../domain/time/instant.ts';
import { yearContent } from '../calendar/schema.ts';
import { webhookMembers } from '../notice/schema.ts';
import { said } from '../pad/schema.ts';
import { defineKind, startVersions } from '../stored-kind.ts';
import { rights, scope } from './schema.ts';

/** Absent in proposals of older releases. */
const concerned = {
  departments: z.optional(z.array(z.string())),
  persons: z.optional(z.array(z.string())),
};

const otherProposals = [
  z.strictObject({
    power: z.literal('integrator'),
    accessKey: z.string(),
    system: z.string(),
    name: z.string(),
    may: rights,
    scope,
    beside: z.array(
      z.strictObject({ accessKey: z.string(), widens: z.array(z.enum(widenedMembers)) }),
    ),
  }),
  z.strictObject({
    power: z.literal('pad'),
    padId: z.string(),
    hall: z.string(),
    window: z.string(),
    label: z.optional(z.string()),
    reinstated: z.optional(z.strictObject({ reason: z.string() })),
  }),
  z.strictObject({ power: z.literal('webhook'), webhook: z.strictObject(webhookMembers) }),
  z.strictObject({
    power: z.literal('center_access'),
    scheme: z.enum(['hmac', 'sm']),
    accessKey: z.string(),
    sealedSecrets: z.string(),
    after: z.optional(z.int()),
  }),
  z.strictObject({ power: z.literal('calendar_year'), calendar: yearContent, after: z.int() }),
  z.strictObject({ power: z.literal('policy'), policyVersion: z.int(), after: z.int() }),
  z.strictObject({
    power: z.literal('register'),
    noun: z.enum(registerNouns),
    area: z.string(),
    entriesDigest: z.string(),
    count: z.int(),
    after: z.int(),
  }),
  z.strictObject({
    power: z.literal('case_owner'),
    projectNo: z.string(),
    from: z.string(),
    to: z.string(),
    reason: z.string(),
    after: z.optional(z.int()),
  }),
  z.strictObject({
    power: z.literal('center_callback'),
    callbackId: z.string(),
    projectNo: z.optional(z.string()),
    serviceNumber: z.optional(z.int()),
    level: z.optional(Level),
    item: z.optional(z.int()),
    tags: z.optional(z.array(z.string())),
    at: z.optional(Instant),
    channel: z.optional(Channel),
    sealedText: z.optional(z.nullable(z.string())),
    reason: z.string(),
    ...concerned,
  }),
  z.strictObject({
    power: z.literal('take_up_rating'),
    padId: z.string(),
    sequence: z.int(),
    mark: z.optional(z.string()),
    projectNo: z.string(),
    serviceNumber: z.int(),
    level: z.optional(Level),
    says: z.optional(said),
    reason: z.string(),
    ...concerned,
  }),
  z.strictObject({
    power: z.literal('settle_press'),
    padId: z.string(),
    sequence: z.int(),
    mark: z.optional(z.string()),
    says: z.optional(said),
    note: z.string(),
    ...concerned,
  }),
  z.strictObject({
    power: z.literal('settle_callback'),
    callbackId: z.string(),
    note: z.string(),
    ...concerned,
  }),
] as const;

const rulingMembers = {
  power: z.literal('contest_ruling'),
  contestId: z.string(),
  reason: z.string(),
  after: z.int(),
  departments: z.array(z.string()),
  persons: z.array(z.string()),
} as const;

const FirstProposal = z.discriminatedUnion('power', [
  ...otherProposals,
  z.strictObject({ ...rulingMembers, upheld: z.boolean() }),
]);

const Proposal = z.discriminatedUnion('power', [
  ...otherProposals,
  z.strictObject({ ...rulingMembers, outcome: z.enum(contestOutcomes) }),
]);

const approvalMembers = {
  id: z.string(),
  proposal: FirstProposal,
  digest: z.string(),
  area: z.string(),
  by: z.string(),
  at: Instant,
  expiresAt: Instant,
  state: z.enum(approvalStates),
  decision: z.optional(
    z.strictObject({ by: z.string(), at: Instant, note: z.optional(z.string()) }),
  ),
  version: z.int(),
} as const;

const ApprovalV2 = z.strictObject({
  ...approvalMembers,
  failure: z.optional(z.strictObject({ code: z.string(), fact: z.optional(z.string()) })),
});

const ApprovalV3 = z.extend(ApprovalV2, { proposal: Proposal });

const withOutcome = ({
  proposal,
  ...approval
}: z.output<typeof ApprovalV2>): z.output<typeof ApprovalV3> => {
  if (proposal.power !== 'contest_ruling') return { ...approval, proposal };
  const { upheld, ...ruling } = proposal;
  return { ...approval, proposal: { ...ruling, outcome: upheld ? 'upheld' : 'rejected' } };
};

export const storedApproval = defineKind<Approval>()({
  name: 'approval',
  writes: 4,
  // Version 2: why its act was refused. Version 3: a ruling that neither rating counts. Version 4: who is
  // concerned by what pads and the center sent.
  versions: startVersions(1, z.strictObject(approvalMembers))
    .next(ApprovalV2, (older): z.output<typeof ApprovalV2> => older)
    .next(ApprovalV3, withOutcome)
    .next(ApprovalV3, (older): z.output<typeof ApprovalV3> => older),
});
