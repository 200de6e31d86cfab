import * as z from 'zod/mini';

import { reviewLevels, waitingKinds } from '../../domain/escalation/waiting-kind.ts';
import { Rung } from '../../domain/policy/policy.ts';
import { Cause } from '../../domain/rating/cause.ts';
import { Channel } from '../../domain/rating/channel.ts';
import { Level } from '../../domain/rating/level.ts';
import { claimGrounds, claimKinds } from '../../domain/ticket/claim-kind.ts';
import {
  contactOutcomes,
  contactWays,
  findingKinds,
  submissionResults,
  ticketStates,
} from '../../domain/ticket/terms.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { Clock } from '../../domain/time/deadline.ts';
import { CivilDate, Instant } from '../../domain/time/instant.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const Round = z.literal([1, 2]);
const by = { at: Instant, by: z.string() };
const claimFacts = { ...by, evidence: z.array(z.string()) };

const claims = {
  invalid: z.strictObject({
    ...claimFacts,
    kind: z.literal('invalid'),
    grounds: z.enum(claimGrounds.invalid),
  }),
  hardship: z.strictObject({
    ...claimFacts,
    kind: z.literal('hardship'),
    grounds: z.enum(claimGrounds.hardship),
    reviewOn: CivilDate,
  }),
  extension: z.strictObject({
    ...claimFacts,
    kind: z.literal('extension'),
    grounds: z.enum(claimGrounds.extension),
    days: z.int(),
  }),
};

const Claim = z.discriminatedUnion('kind', [claims.invalid, claims.hardship, claims.extension]);

const left = { from: z.optional(z.enum(ticketStates)) };
const ClaimV3 = z.discriminatedUnion('kind', [
  z.extend(claims.invalid, left),
  z.extend(claims.hardship, left),
  z.extend(claims.extension, left),
]);

const ClaimCounts = z.strictObject({
  invalid: z.optional(z.int()),
  hardship: z.optional(z.int()),
  extension: z.optional(z.int()),
});

const Outcome = z.optional(z.enum(['on_time', 'late', 'missed']));
const Overdue = z.optional(z.literal(true));

const Tally = z.strictObject({
  rated: z.optional(z.strictObject({ creditCode: z.string(), area: z.string() })),
  returns: z.optional(z.int()),
  granted: z.optional(ClaimCounts),
  refused: z.optional(ClaimCounts),
  overdue: z.optional(z.strictObject({ contact: Overdue, rectify: Overdue })),
  earlier: z.optional(z.strictObject({ contact: Outcome, rectify: Outcome })),
});

const TallyV3 = z.extend(Tally, { lapsed: z.optional(ClaimCounts) });

/** The rated contact, and where the ticket is now. */
const place = {
  projectNo: z.string(),
  serviceNumber: z.int(),
  level: Level,
  tags: z.array(z.string()),
  channel: Channel,
  contactConsent: z.boolean(),
  creditCode: z.string(),
  departments: z.array(z.string()),
  workers: z.array(z.string()),
  area: z.string(),
  transferAsked: z.optional(
    z.strictObject({
      ...by,
      to: z.optional(z.strictObject({ creditCode: z.string(), area: z.string() })),
    }),
  ),
  transfers: z.int(),
  matterCode: z.string(),
  hall: z.optional(z.string()),
  window: z.optional(z.string()),
  staffId: z.optional(z.string()),
};

/** The work of the current round. */
const work = {
  contacts: z.array(
    z.strictObject({ ...by, way: z.enum(contactWays), outcome: z.enum(contactOutcomes) }),
  ),
  finding: z.optional(z.strictObject({ ...by, kind: z.enum(findingKinds), cause: Cause })),
  claim: z.optional(Claim),
  claimed: z.array(z.enum(claimKinds)),
  submission: z.optional(
    z.strictObject({
      ...by,
      result: z.enum(submissionResults),
      sealedAnswer: z.string(),
      evidence: z.array(z.string()),
    }),
  ),
  returns: z.int(),
  returnedAt: z.optional(Instant),
  urges: z.int(),
  assignee: z.optional(z.string()),
  hardship: z.optional(
    z.strictObject({
      reviewOn: CivilDate,
      since: Instant,
      askedBy: z.string(),
      remindedAt: z.optional(Instant),
    }),
  ),
  ruling: z.optional(
    z.strictObject({
      ...by,
      kind: z.enum([...claimKinds, 'closure']),
      granted: z.boolean(),
    }),
  ),
  extension: z.optional(z.strictObject({ days: z.int(), originalDue: z.optional(Instant) })),
};

const TicketV1 = z.strictObject({
  id: z.string(),
  state: z.enum(ticketStates),
  ...place,
  round: Round,
  rung: z.int(),
  fired: z.array(z.strictObject({ rung: Rung, at: Instant, round: Round })),
  openedAt: Instant,
  policyVersion: z.int(),
  clocks: z.strictObject({ contact: Clock, rectify: Clock, review: z.optional(Clock) }),
  late: z.boolean(),
  ...work,
  followUp: z.optional(z.strictObject({ level: Level, at: Instant })),
  appendUntil: z.optional(Instant),
  reviewRemindedAt: z.optional(Instant),
  nextAt: z.optional(Instant),
  pendingYear: z.optional(z.int()),
  tally: z.optional(Tally),
  lastStep: z.optional(z.strictObject({ number: z.int(), hash: z.string() })),
  version: z.int(),
});

const TicketV2 = z.extend(TicketV1, {
  generation: z.optional(z.int()),
  voidedAt: z.optional(Instant),
});

const TicketV3 = z.extend(TicketV2, {
  fired: z.array(
    z.strictObject({ rung: Rung, at: Instant, round: Round, returns: z.optional(z.int()) }),
  ),
  claim: z.optional(ClaimV3),
  raised: z.optional(
    z.array(
      z.strictObject({
        of: z.enum(waitingKinds),
        since: Instant,
        level: z.enum(reviewLevels),
        at: Instant,
      }),
    ),
  ),
  tally: z.optional(TallyV3),
});

export const storedTicket = defineKind<Ticket>()({
  name: 'ticket',
  writes: 3,
  // Version 2: the generation of its rating, and that this was ruled not to be the applicant's.
  // Version 3: the term in which a rung fired, who was told of what waits, and claims that lapsed.
  versions: startVersions(1, TicketV1)
    .next(TicketV2, (older): z.output<typeof TicketV2> => older)
    .next(TicketV3, (older): z.output<typeof TicketV3> => older),
});
