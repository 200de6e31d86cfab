import * as z from 'zod/mini';

import { Policy, Rung } from '../../shared/domain/policy/policy.ts';
import { ticketStates } from '../../shared/domain/ticket/terms.ts';
import { Day, Moment } from '../primitive.ts';

/** A whole policy; the service assigns its version. */
export const PolicyProposal = z.strictObject(z.omit(Policy, { version: true }).shape);
export type PolicyProposal = z.infer<typeof PolicyProposal>;

const Version = z.int().check(z.minimum(1));

/** `by` proposed it, `confirmedBy` activated it. */
const ActivationView = z.object({
  version: Version,
  by: z.string(),
  confirmedBy: z.string(),
  at: Moment,
});

/** The source in the caller's language; a default is described as a default. */
const SourceView = z.object({
  official: z.boolean(),
  text: z.string(),
  /** The published rule; an official policy always names it. */
  document: z.optional(z.object({ issuer: z.string(), number: z.string(), date: Day })),
});

const facts = {
  version: Version,
  /** `replaced`: was active once; it can be activated again. */
  state: z.enum(['proposed', 'active', 'replaced']),
  /** True for the shipped policy. */
  shipped: z.boolean(),
  source: SourceView,
  /** Staff id; absent for the shipped policy. */
  proposedBy: z.optional(z.string()),
  proposedAt: z.optional(Moment),
  /** Every activation, oldest first. */
  activations: z.array(ActivationView),
};

const PolicySummary = z.object(facts);
export type PolicySummary = z.infer<typeof PolicySummary>;

export const PolicyList = z.object({ active: Version, policies: z.array(PolicySummary) });
export type PolicyList = z.infer<typeof PolicyList>;

export const PolicyView = z.object({
  ...facts,
  /** As `POST /v1/policies` takes it: without the version, which the service assigns. */
  policy: z.object(PolicyProposal.shape),
});
export type PolicyView = z.infer<typeof PolicyView>;

/** A version that two persons put in force. */
export const PolicyInForce = z.object({
  version: Version,
  /** From this moment every new ticket uses it; some may a little earlier. */
  inForceBy: Moment,
});

export const PolicyActivated = z.object({
  ...facts,
  /** False when it was already active. */
  changed: z.boolean(),
  /** From this moment every new ticket uses it; some may a little earlier. */
  inForceBy: Moment,
});
export type PolicyActivated = z.infer<typeof PolicyActivated>;

const Count = z.int().check(z.minimum(0));
const Shift = z.object({ now: z.nullable(Moment), proposed: z.nullable(Moment) });
const RungShift = z.object({ now: z.array(Rung), proposed: z.array(Rung) });

const PolicyRehearsalLine = z.object({
  id: z.string(),
  state: z.enum(ticketStates),
  policyVersion: Version,
  /** Whether its rating would open a ticket at all. */
  opens: z.boolean(),
  /** When it is due; `null` without a running clock or while its calendar is pending. */
  contactDue: Shift,
  rectifyDue: Shift,
  reviewDue: Shift,
  /** The rungs reached so far. */
  rungs: RungShift,
});
export type PolicyRehearsalLine = z.infer<typeof PolicyRehearsalLine>;

/** Counted from the day figures, which know no difference between policies of the past. */
const RatingShift = z.object({
  /** Both days included. */
  from: Day,
  to: Day,
  /** All first ratings of these days. */
  rated: Count,
  /** Of levels that the policy in force does not call bad, and this one does. */
  newlyBad: Count,
  /** Of levels that the policy in force calls bad, and this one does not. */
  noLongerBad: Count,
});

/** 试算: the open tickets under their own policies and, hypothetically, under this one. */
export const PolicyRehearsal = z.object({
  version: Version,
  source: SourceView,
  at: Moment,
  tickets: Count,
  differing: Count,
  counts: z.object({
    notOpened: Count,
    contactEarlier: Count,
    contactLater: Count,
    rectifyEarlier: Count,
    rectifyLater: Count,
    reviewEarlier: Count,
    reviewLater: Count,
    moreRungs: Count,
    fewerRungs: Count,
  }),
  /** First ratings of the last 12 months that would have been judged otherwise. */
  ratings: RatingShift,
  /** The first 50 tickets with a difference. */
  lines: z.array(PolicyRehearsalLine),
});
export type PolicyRehearsal = z.infer<typeof PolicyRehearsal>;
