/**
 * The facts of every event in a ticket's life. They hold nothing personal: codes, moments and
 * counts. A fact that a later reader needs stands in the event itself, because the ticket changes.
 */
import * as z from 'zod/mini';

import { reviewLevels, waitingKinds } from '../../escalation/waiting-kind.ts';
import { Rung, triggerNames } from '../../policy/policy.ts';
import { Cause } from '../../rating/cause.ts';
import { Channel } from '../../rating/channel.ts';
import { Level } from '../../rating/level.ts';
import { Clock } from '../../time/deadline.ts';
import { CivilDate, Instant } from '../../time/instant.ts';
import { claimGrounds, claimKinds } from '../claim-kind.ts';
import type { ClaimKind } from '../claim-kind.ts';
import {
  contactOutcomes,
  contactWays,
  findingKinds,
  stepTimeDoubts,
  submissionResults,
} from '../terms.ts';

/** The clocks that the event changed, as they are after it. */
const changed = {
  clocks: z.optional(
    z.strictObject({
      contact: z.optional(Clock),
      rectify: z.optional(Clock),
      review: z.optional(Clock),
    }),
  ),
};

const list = z.readonly(z.array(z.string()));

/** 派单: everything that the ticket takes over from its rating, but the person who was rated. */
const opened = z.strictObject({
  projectNo: z.string(),
  serviceNumber: z.int(),
  /** Of the rating; absent for the first. */
  generation: z.optional(z.int()),
  level: Level,
  tags: list,
  channel: Channel,
  contactConsent: z.boolean(),
  creditCode: z.string(),
  area: z.string(),
  matterCode: z.string(),
  hall: z.optional(z.string()),
  window: z.optional(z.string()),
  policyVersion: z.int(),
  clocks: z.strictObject({ contact: Clock, rectify: Clock }),
  /** `ratingDigest` of the rating, which binds its content into the chain. */
  rating: z.string(),
});

const claims = {
  invalid: z.strictObject({
    claim: z.literal('invalid'),
    grounds: z.enum(claimGrounds.invalid),
    evidence: list,
    ...changed,
  }),
  hardship: z.strictObject({
    claim: z.literal('hardship'),
    grounds: z.enum(claimGrounds.hardship),
    evidence: list,
    reviewOn: CivilDate,
    ...changed,
  }),
  extension: z.strictObject({
    claim: z.literal('extension'),
    grounds: z.enum(claimGrounds.extension),
    evidence: list,
    /** How much longer, in the unit of the rectify term. */
    days: z.int(),
  }),
} as const satisfies Record<ClaimKind, z.ZodMiniType>;

const granted = z.boolean();

const rulings = {
  invalid: z.strictObject({ claim: z.literal('invalid'), granted, ...changed }),
  hardship: z.strictObject({
    claim: z.literal('hardship'),
    granted,
    reviewOn: CivilDate,
    ...changed,
  }),
  extension: z.strictObject({
    claim: z.literal('extension'),
    granted,
    days: z.int(),
    /** 延期至, when granted; absent while the term waits for a calendar. */
    until: z.optional(Instant),
    ...changed,
  }),
} as const satisfies Record<ClaimKind, z.ZodMiniType>;

const reviewed = z.discriminatedUnion('kept', [
  z.strictObject({ kept: z.literal(true), reviewOn: CivilDate }),
  z.strictObject({ kept: z.literal(false), ...changed }),
]);

/** 追评; `clocks` are those of the second round, when the follow-up opens one. */
const appended = z.strictObject({
  level: Level,
  tags: list,
  clocks: z.optional(z.strictObject({ contact: Clock, rectify: Clock })),
  rating: z.string(),
});

const Place = z.strictObject({ creditCode: z.string(), area: z.string() });

/** 评价撤销: two persons ruled, on a contest, that the rating is not the applicant's. */
const voided = z.strictObject({
  contest: z.string(),
  proposedBy: z.string(),
  confirmedBy: z.string(),
  ...changed,
});

/** When it fell due, which may be long before it was recorded. */
const due = z.strictObject({ dueAt: Instant });

export const ticketEventFacts = {
  opened,
  contacted: z.strictObject({
    way: z.enum(contactWays),
    outcome: z.enum(contactOutcomes),
    /** Counted in this round. */
    attempt: z.int(),
    ...changed,
  }),
  found: z.strictObject({ kind: z.enum(findingKinds), cause: Cause }),
  claimed: z.discriminatedUnion('claim', [claims.invalid, claims.hardship, claims.extension]),
  ruled: z.discriminatedUnion('claim', [rulings.invalid, rulings.hardship, rulings.extension]),
  reviewed,
  /** 申请改派, with the department that is proposed. */
  transfer_asked: z.strictObject({ to: z.optional(Place) }),
  transfer_declined: z.strictObject({}),
  transferred: z.strictObject({
    fromDepartment: z.string(),
    toDepartment: z.string(),
    fromArea: z.string(),
    toArea: z.string(),
  }),
  submitted: z.strictObject({
    result: z.enum(submissionResults),
    evidence: list,
    /** The claim that became obsolete. */
    withdrawn: z.optional(z.enum(claimKinds)),
    ...changed,
  }),
  approved: z.strictObject({ appendUntil: z.optional(Instant), ...changed }),
  /** 退回, counted in this round. */
  returned: z.strictObject({ returns: z.int(), ...changed }),
  /** 催办, counted over all rounds. */
  urged: z.strictObject({ urges: z.int() }),
  unmasked: z.strictObject({}),
  appended,
  voided,
  province_step: z.strictObject({
    code: z.string(),
    status: z.string(),
    doneAt: Instant,
    timeDoubt: z.optional(z.enum(stepTimeDoubts)),
    mark: z.string(),
  }),
  escalated: z.strictObject({
    rung: Rung,
    dueAt: Instant,
    on: z.enum(triggerNames),
    /** Of events that were recorded while a later rung made the earlier ones due with it. */
    pulledBy: z.optional(Rung),
  }),
  contact_overdue: due,
  overdue: due,
  review_overdue: due,
  hardship_review_due: due,
  /** 审核提级: a level was told of what waits `since` then. */
  review_raised: z.strictObject({
    of: z.enum(waitingKinds),
    since: Instant,
    level: z.enum(reviewLevels),
    dueAt: Instant,
  }),
  /** 申请失效: nobody ruled on it; the duties run on from `dueAt`. */
  claim_lapsed: z.strictObject({ claim: z.enum(claimKinds), dueAt: Instant, ...changed }),
  /** `before`: the changed clocks as they were. */
  recounted: z.strictObject({ year: z.optional(z.int()), ...changed, before: changed.clocks }),
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;

export type TicketEventType = keyof typeof ticketEventFacts;
export type FactsOf<T extends TicketEventType> = Readonly<z.output<(typeof ticketEventFacts)[T]>>;
/** The clocks that an event changed. */
export type ChangedClocks = NonNullable<z.output<typeof changed.clocks>>;
