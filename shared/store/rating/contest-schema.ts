import * as z from 'zod/mini';

import { Channel } from '../../domain/rating/channel.ts';
import { contestOutcomes, contestStates } from '../../domain/rating/contest/contest-state.ts';
import { callBackAnswers } from '../../domain/rating/contest/contest.ts';
import type { Contest } from '../../domain/rating/contest/contest.ts';
import { statedMatches } from '../../domain/rating/proof/provenance.ts';
import { contactOutcomes } from '../../domain/ticket/terms.ts';
import { termUnits } from '../../domain/time/deadline.ts';
import { Instant } from '../../domain/time/instant.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const rulingMembers = {
  by: z.string(),
  confirmedBy: z.string(),
  at: Instant,
  sealedReason: z.string(),
} as const;

const ContestV1 = z.strictObject({
  projectNo: z.string(),
  serviceNumber: z.int(),
  number: z.int(),
  area: z.string(),
  creditCode: z.string(),
  channel: Channel,
  issuer: z.optional(z.int()),
  issuedAt: z.optional(Instant),
  match: z.optional(z.enum(statedMatches)),
  applicantMark: z.optional(z.string()),
  trace: z.optional(z.string()),
  sender: z.string(),
  fingerprint: z.string(),
  sealed: z.string(),
  at: Instant,
  term: z.strictObject({ amount: z.int(), unit: z.enum(termUnits) }),
  state: z.enum(contestStates),
  callBacks: z.array(
    z.strictObject({
      at: Instant,
      by: z.string(),
      outcome: z.enum(contactOutcomes),
      answer: z.optional(z.enum(callBackAnswers)),
      sealedNote: z.optional(z.string()),
    }),
  ),
  looks: z.array(z.strictObject({ at: Instant, by: z.string(), sealedReason: z.string() })),
  ruling: z.optional(z.strictObject({ upheld: z.boolean(), ...rulingMembers })),
  version: z.int(),
});

const ContestV2 = z.extend(ContestV1, { credential: z.optional(z.string()) });

const ContestV3 = z.extend(ContestV2, {
  ruling: z.optional(z.strictObject({ outcome: z.enum(contestOutcomes), ...rulingMembers })),
});

const withOutcome = ({
  ruling,
  ...contest
}: z.output<typeof ContestV2>): z.output<typeof ContestV3> => {
  if (ruling === undefined) return contest;
  const { upheld, ...signed } = ruling;
  return { ...contest, ruling: { outcome: upheld ? 'upheld' : 'rejected', ...signed } };
};

export const storedContest = defineKind<Contest>()({
  name: 'contest',
  writes: 3,
  // Version 2: over which link it came. Version 3: what was ruled, where neither rating counts.
  versions: startVersions(1, ContestV1)
    .next(ContestV2, (older): z.output<typeof ContestV2> => older)
    .next(ContestV3, withOutcome),
});
