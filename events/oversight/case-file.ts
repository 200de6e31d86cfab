import * as z from 'zod/mini';

import { integratorStates } from '../../shared/domain/access/integrator.ts';
import { Channel } from '../../shared/domain/rating/channel.ts';
import { proofClasses } from '../../shared/domain/rating/proof/proof-class.ts';
import { proofs } from '../../shared/domain/rating/rating.ts';
import { receiptStates } from '../../shared/domain/rating/receipt-state.ts';
import { CaseEntry, CaseView } from '../case/view.ts';
import { Moment, ServiceNumber } from '../primitive.ts';
import { DoubtView } from '../rating/doubt-view.ts';

/** 办件来源: a case with the access key of every event and rating, and who admitted those keys. */
export const CaseFile = z.extend(CaseView, {
  timeline: z.array(
    z.extend(CaseEntry, {
      accessKey: z.string(),
      /** Absent for what arrived at an older release. */
      receivedAt: z.optional(Moment),
    }),
  ),
  /** The system that may add to the case. */
  source: z.string(),
  handOvers: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      reason: z.string(),
      by: z.string(),
      confirmedBy: z.string(),
      at: Moment,
    }),
  ),
  /** What the header said before each correction, by which key. */
  corrections: z.optional(
    z.array(
      z.object({
        at: Moment,
        reason: z.string(),
        accessKey: z.string(),
        before: z.object({
          ...z.pick(CaseView, { matter: true, department: true, area: true, caseKind: true }).shape,
          applicantName: z.string(),
        }),
      }),
    ),
  ),
  /** How each rating came in, without what it says. */
  ratings: z.array(
    z.object({
      serviceNumber: ServiceNumber,
      assessNumber: z.literal([1, 2]),
      channel: Channel,
      proof: z.enum(proofs),
      /** What shows that the resident gave it, and its name. */
      proofClass: z.enum(proofClasses),
      proofName: z.string(),
      receivedAt: Moment,
      /** The number of who issued its link, and the minute of the issue. */
      issuer: z.optional(z.int()),
      issuedAt: z.optional(Moment),
      /** From the issue to the rating; up to 59 too many. */
      secondsSinceIssue: z.optional(z.int()),
      /** Pressed when the pad no longer displayed the contact, or never did. */
      pressedLate: z.boolean(),
      neverDisplayed: z.boolean(),
      /** The key that invited, or that of the provincial center. */
      accessKey: z.optional(z.string()),
      padId: z.optional(z.string()),
      /** What became of the receipt, which staff never see. */
      receipt: z.enum(receiptStates),
      doubts: z.array(DoubtView),
    }),
  ),
  keys: z.array(
    z.object({
      accessKey: z.string(),
      system: z.string(),
      name: z.string(),
      state: z.enum(integratorStates),
      /** Staff ids of the persons who proposed, confirmed and revoked the key. */
      admittedBy: z.string(),
      confirmedBy: z.string(),
      admittedAt: Moment,
      revokedBy: z.optional(z.string()),
      revokedAt: z.optional(Moment),
    }),
  ),
});
export type CaseFile = z.infer<typeof CaseFile>;
