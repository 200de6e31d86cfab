import * as z from 'zod/mini';

import { HallCode, Moment, ProjectNo, ServiceNumber, WindowCode } from '../primitive.ts';
import { IndicatorTable } from '../rating/indicator-view.ts';

/** Closed ranges of sequence numbers that never came: `[[41, 43]]`. */
export const Missing = z.array(z.tuple([z.int(), z.int()]));

export const PadRegistered = z.object({
  padId: z.string(),
  /** One-time enrolment code, shown only here. */
  code: z.string(),
  expiresAt: Moment,
});

export const PadList = z.object({
  pads: z.array(
    z.object({
      padId: z.string(),
      hall: HallCode,
      window: WindowCode,
      label: z.optional(z.string()),
      state: z.enum(['waiting', 'enrolled', 'revoked']),
      lastSeenAt: z.nullable(Moment),
      /** Ratings in the pad's own queue when it was last heard of. */
      waiting: z.nullable(z.int()),
      highest: z.int(),
      missing: Missing,
    }),
  ),
  cursor: z.nullable(z.string()),
});

export const PadRevoked = z.object({ padId: z.string(), state: z.literal('revoked') });

/** What may be rated at the pad's window now; `null` when nobody is served or it was rated. */
export const PadCurrent = z.object({
  contact: z.nullable(
    z.object({
      projectNo: ProjectNo,
      serviceNumber: ServiceNumber,
      /** Never expires: a pad may be offline for days. */
      token: z.string(),
      matter: z.string(),
      department: z.string(),
      applicant: z.string(),
      service: z.string(),
      servedAt: Moment,
    }),
  ),
  indicators: IndicatorTable,
});

export const HeartbeatAnswer = z.object({ at: Moment, missing: Missing });
