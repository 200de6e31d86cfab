import * as z from 'zod/mini';

import { Cause } from '../../shared/domain/rating/cause.ts';
import { claimGrounds, claimKinds } from '../../shared/domain/ticket/claim-kind.ts';
import {
  contactOutcomes,
  contactWays,
  findingKinds,
  submissionResults,
} from '../../shared/domain/ticket/terms.ts';
import { Day, Moment } from '../primitive.ts';

const done = { at: Moment, by: z.string() };
const evidence = z.array(z.string());

/** The work on the rating in this round; texts are with their steps. */
export const workFacts = {
  contacts: z.array(
    z.object({ ...done, way: z.enum(contactWays), outcome: z.enum(contactOutcomes) }),
  ),
  finding: z.optional(z.object({ ...done, kind: z.enum(findingKinds), cause: Cause })),
  /** 申请改派, while it waits for a supervisor, with the department that is proposed. */
  transferAsked: z.optional(
    z.object({
      ...done,
      to: z.optional(z.object({ creditCode: z.string(), area: z.string() })),
    }),
  ),
  /** 改派, in the ticket's whole life. */
  transfers: z.int(),
  /** A claim that waits for a ruling. */
  claim: z.optional(
    z.object({
      ...done,
      kind: z.enum(claimKinds),
      grounds: z.enum(Object.values(claimGrounds).flat()),
      days: z.optional(z.int()),
      reviewOn: z.optional(Day),
      evidence,
      /** A ruling by then is in time; without one the claim lapses. Absent while the calendar is unknown. */
      lapsesAt: z.optional(Moment),
    }),
  ),
  /** All claims made on the ticket. */
  claimed: z.array(z.enum(claimKinds)),
  submission: z.optional(
    z.object({ ...done, result: z.enum(submissionResults), answer: z.string(), evidence }),
  ),
  /** The latest decision of a second person. */
  ruling: z.optional(
    z.object({ ...done, kind: z.enum([...claimKinds, 'closure']), granted: z.boolean() }),
  ),
  returns: z.int(),
  urges: z.int(),
  /** Days granted in total, and the due moment before the first extension. */
  extension: z.optional(z.object({ days: z.int(), originalDue: z.optional(Moment) })),
  hardship: z.optional(z.object({ reviewOn: Day, since: Moment })),
  /** Until when the resident may add their follow-up. */
  appendUntil: z.optional(Moment),
  pendingYear: z.optional(z.int()),
  endedAt: z.optional(Moment),
};
