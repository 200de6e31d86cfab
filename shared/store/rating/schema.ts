import * as z from 'zod/mini';

import type { Attempt } from '../../domain/rating/attempt.ts';
import { Channel, EnteredChannel, InvitedChannel } from '../../domain/rating/channel.ts';
import { contestStates } from '../../domain/rating/contest/contest-state.ts';
import type { Invited } from '../../domain/rating/invited.ts';
import { Level } from '../../domain/rating/level.ts';
import { statedMatches } from '../../domain/rating/proof/provenance.ts';
import { bindings, proofs } from '../../domain/rating/rating.ts';
import type { Rating } from '../../domain/rating/rating.ts';
import { termUnits } from '../../domain/time/deadline.ts';
import { Instant } from '../../domain/time/instant.ts';
import type { Entry } from '../../port/rating/entry-store.ts';
import { signed } from '../signed.ts';
import { defineKind, startVersions } from '../stored-kind.ts';
import { doubts } from './doubts.ts';

const EnteredBy = z.strictObject({
  staff: z.string(),
  entry: z.optional(z.string()),
  record: z.optional(z.string()),
  checkedBy: z.optional(z.string()),
});

/** Where a rating or an invitation is counted. */
const counted = {
  creditCode: z.string(),
  area: z.string(),
  matterCode: z.string(),
  hall: z.optional(z.string()),
  window: z.optional(z.string()),
  staffId: z.optional(z.string()),
} as const;

const ratingMembers = {
  projectNo: z.string(),
  serviceNumber: z.int(),
  assessNumber: z.literal([1, 2]),
  level: Level,
  tags: z.array(z.string()),
  sealedText: z.optional(z.string()),
  contactConsent: z.boolean(),
  channel: Channel,
  proof: z.enum(proofs),
  origin: z.enum(['active', 'default']),
  receivedAt: Instant,
  claimedAt: z.optional(Instant),
  fingerprint: z.string(),
  clientRef: z.optional(z.string()),
  pad: z.optional(z.strictObject({ id: z.string(), sequence: z.int() })),
  accessKey: z.optional(z.string()),
  enteredBy: z.optional(EnteredBy),
  ...counted,
} as const;

const RatingV2 = z.strictObject({
  ...ratingMembers,
  claimImplausible: z.optional(z.literal(true)),
  bound: z.optional(z.enum(bindings)),
  heldSince: z.optional(Instant),
  takenUp: z.optional(z.strictObject(signed)),
  doubts,
});

const RatingV3 = z.extend(RatingV2, {
  issuer: z.optional(z.int()),
  issuedAt: z.optional(Instant),
  match: z.optional(z.enum(statedMatches)),
  applicantMark: z.optional(z.string()),
  trace: z.optional(z.string()),
  publishConsent: z.optional(z.literal(true)),
  sender: z.optional(z.string()),
  generation: z.optional(z.int()),
});

const RatingV4 = z.extend(RatingV3, { contested: z.optional(z.enum(contestStates)) });

export const storedRating = defineKind<Rating>()({
  name: 'rating',
  writes: 5,
  // Version 2: doubts about a rating of another system, and how a pad's was bound and taken up.
  // Version 3: who issued its link and when, how the person compares, the marks of a detector, a
  // digest of the sender in place of the reference of the page, and generations.
  // Version 4: what became of a contest. Version 5: a ruling that neither rating counts.
  versions: startVersions(1, z.strictObject(ratingMembers))
    .next(RatingV2, (older): z.output<typeof RatingV2> => older)
    .next(RatingV3, (older): z.output<typeof RatingV3> => older)
    .next(RatingV4, (older): z.output<typeof RatingV4> => older)
    .next(RatingV4, (older): z.output<typeof RatingV4> => older),
});

const AttemptV1 = z.strictObject({
  projectNo: z.string(),
  serviceNumber: z.int(),
  assessNumber: z.literal([1, 2]),
  mark: z.string(),
  credential: z.string(),
  issuer: z.string(),
  sealed: z.string(),
  at: Instant,
});

const AttemptV2 = z.extend(AttemptV1, { contestSender: z.optional(z.string()) });

const AttemptV3 = z.extend(AttemptV2, {
  contestTerm: z.optional(z.strictObject({ amount: z.int(), unit: z.enum(termUnits) })),
});

export const storedAttempt = defineKind<Attempt>()({
  name: 'rating_attempt',
  writes: 3,
  // Version 2: who contested what another person contests already.
  // Version 3: by which term.
  versions: startVersions(1, AttemptV1)
    .next(AttemptV2, (older): z.output<typeof AttemptV2> => older)
    .next(AttemptV3, (older): z.output<typeof AttemptV3> => older),
});

export const storedTryCount = defineKind<{ readonly count: number }>()({
  name: 'try_count',
  writes: 1,
  versions: startVersions(1, z.strictObject({ count: z.int() })),
});

export const storedInvitation = defineKind<Invited>()({
  name: 'invitation',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      projectNo: z.string(),
      serviceNumber: z.int(),
      channel: InvitedChannel,
      at: Instant,
      accessKey: z.string(),
      ...counted,
    }),
  ),
});

const EntryV1 = z.strictObject({
  id: z.string(),
  state: z.enum(['awaiting', 'agreed', 'confirmed', 'rejected']),
  projectNo: z.string(),
  serviceNumber: z.int(),
  channel: EnteredChannel,
  sealedRecord: z.optional(z.string()),
  record: z.optional(z.string()),
  level: Level,
  tags: z.array(z.string()),
  sealedText: z.optional(z.string()),
  fingerprint: z.string(),
  contactConsent: z.boolean(),
  area: z.string(),
  enteredBy: z.string(),
  enteredAt: Instant,
  checkedBy: z.optional(z.string()),
  checkedAt: z.optional(Instant),
  version: z.int(),
});

const EntryV2 = z.extend(EntryV1, { department: z.optional(z.string()) });

export const storedEntry = defineKind<Entry>()({
  name: 'entry',
  writes: 2,
  // Version 2: the department of who entered it.
  versions: startVersions(1, EntryV1).next(EntryV2, (older): z.output<typeof EntryV2> => older),
});

export const storedPeriodKey = defineKind<{ readonly sealed: string }>()({
  name: 'period_key',
  writes: 1,
  versions: startVersions(1, z.strictObject({ sealed: z.string() })),
});
