import * as z from 'zod/mini';

import type { PadClaim } from '../../domain/pad/claim.ts';
import type { Pad } from '../../domain/pad/pad.ts';
import type { Press } from '../../domain/pad/press.ts';
import type { RefusedPadRating } from '../../domain/pad/refused.ts';
import { Instant } from '../../domain/time/instant.ts';
import type { PadNumber } from '../../port/pad/store.ts';
import { doubts } from '../rating/doubts.ts';
import { revocation, signed } from '../signed.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const padMembers = {
  id: z.string(),
  hall: z.string(),
  window: z.string(),
  label: z.optional(z.string()),
  state: z.enum(['waiting', 'enrolled', 'revoked']),
  sealedKey: z.optional(z.string()),
  received: z.array(z.tuple([z.int(), z.int()])),
  lastSeenAt: z.optional(Instant),
  waiting: z.optional(z.int()),
  software: z.optional(z.string()),
  clockBehindMs: z.optional(z.int()),
  revoked: z.optional(revocation),
  version: z.int(),
  ...signed,
} as const;

const PadV2 = z.strictObject({ ...padMembers, issuer: z.optional(z.int()) });

const PadV3 = z.strictObject({
  ...PadV2.shape,
  health: z.optional(
    z.strictObject({
      storage: z.optional(z.enum(['ok', 'broken'])),
      faults: z.optional(z.int()),
      oldestAt: z.optional(Instant),
      persisted: z.optional(z.boolean()),
      page: z.optional(z.string()),
    }),
  ),
});

const suspension = z.strictObject({
  from: revocation,
  until: z.strictObject({ ...signed, reason: z.string() }),
});

const PadV4 = z.strictObject({ ...PadV3.shape, suspensions: z.optional(z.array(suspension)) });

const PadV5 = z.strictObject({
  ...PadV4.shape,
  enrolledAt: z.optional(Instant),
  formerKeys: z.optional(z.array(z.string())),
});

export const storedPad = defineKind<Pad>()({
  name: 'pad',
  writes: 5,
  // Version 2: its number as an issuer of links. Version 3: what it says of its own queue.
  // Version 4: the times in which it was revoked. Version 5: since when it has its key, and former ones.
  versions: startVersions(1, z.strictObject(padMembers))
    .next(PadV2, (older): z.output<typeof PadV2> => older)
    .next(PadV3, (older): z.output<typeof PadV3> => older)
    .next(PadV4, (older): z.output<typeof PadV4> => older)
    .next(PadV5, (older): z.output<typeof PadV5> => older),
});

const settled = z.strictObject({ ...signed, note: z.string() });

/** What may be shown of a refused rating. */
export const said = z.strictObject({
  levels: z.array(z.string()),
  tags: z.array(z.string()),
  hasWords: z.boolean(),
});

const refusedMembers = {
  padId: z.string(),
  sequence: z.int(),
  mark: z.string(),
  at: Instant,
  code: z.string(),
  sealed: z.string(),
  cut: z.optional(z.literal(true)),
  takenUp: z.optional(z.strictObject({ projectNo: z.string(), serviceNumber: z.int(), ...signed })),
} as const;

const RefusedRatingV2 = z.strictObject({
  ...refusedMembers,
  hall: z.optional(z.string()),
  clockBehindMs: z.optional(z.int()),
  says: z.optional(said),
  settled: z.optional(settled),
});

export const storedRefusedRating = defineKind<RefusedPadRating>()({
  name: 'refused_rating',
  writes: 2,
  // Version 2: listed by the area of its hall until it ends, also by two persons' note.
  versions: startVersions(1, z.strictObject(refusedMembers)).next(
    RefusedRatingV2,
    (older): z.output<typeof RefusedRatingV2> => older,
  ),
});

const numberMembers = {
  padId: z.string(),
  sequence: z.int(),
  mark: z.string(),
  at: Instant,
} as const;

const PadNumberV2 = z.strictObject({
  ...numberMembers,
  contact: z.optional(z.strictObject({ projectNo: z.string(), serviceNumber: z.int() })),
});

export const storedPadClaim = defineKind<PadClaim>()({
  name: 'pad_claim',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      padId: z.string(),
      sequence: z.int(),
      claimant: z.string(),
      at: Instant,
    }),
  ),
});

export const storedPadNumber = defineKind<PadNumber>()({
  name: 'pad_number',
  writes: 2,
  // Version 2: the contact, where the receipt is found when it is claimed.
  versions: startVersions(1, z.strictObject(numberMembers)).next(
    PadNumberV2,
    (older): z.output<typeof PadNumberV2> => older,
  ),
});

interface Enrolment {
  readonly padId: string;
  readonly expiresAt: Instant;
}

export const storedEnrolment = defineKind<Enrolment>()({
  name: 'enrolment',
  writes: 1,
  versions: startVersions(1, z.strictObject({ padId: z.string(), expiresAt: Instant })),
});

const pressMembers = {
  hall: z.string(),
  window: z.string(),
  padId: z.string(),
  sequence: z.int(),
  claimedAt: z.optional(Instant),
  claimImplausible: z.optional(z.literal(true)),
  arrivedAt: Instant,
  sealed: z.string(),
  tryUntil: Instant,
  claim: z.optional(
    z.strictObject({
      projectNo: z.string(),
      serviceNumber: z.int(),
      bound: z.enum(['window', 'persons']),
      takenUp: z.optional(z.strictObject(signed)),
    }),
  ),
  version: z.int(),
} as const;

const PressV2 = z.strictObject({
  ...pressMembers,
  doubts,
  settled: z.optional(settled),
});

export const storedPress = defineKind<Press>()({
  name: 'press',
  writes: 2,
  // Version 2: two persons may settle it.
  versions: startVersions(1, z.strictObject(pressMembers)).next(
    PressV2,
    (older): z.output<typeof PressV2> => older,
  ),
});
