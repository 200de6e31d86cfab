import * as z from 'zod/mini';

import { padStates } from '../../shared/domain/pad/pad.ts';
import { languages } from '../../shared/domain/text/language.ts';
import { HallCode, Moment, ProjectNo, ServiceNumber, WindowCode } from '../primitive.ts';
import { IndicatorTable } from '../rating/indicator-view.ts';
import { padHealth } from './health-view.ts';

/** Closed ranges of sequence numbers that never arrived: `[[41, 43]]`. */
export const Missing = z.array(z.tuple([z.int(), z.int()]));

export const PadRegistered = z.object({
  padId: z.string(),
  /** One-time enrolment code, returned only here. */
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
      state: z.enum(padStates),
      /** Its number as an issuer of links; `null` if an older release registered it. */
      issuer: z.nullable(z.int()),
      /** Staff ids of the persons who proposed, confirmed and revoked it. */
      registeredBy: z.string(),
      confirmedBy: z.string(),
      registeredAt: Moment,
      revokedBy: z.optional(z.string()),
      revokedAt: z.optional(Moment),
      /** The times in which it was revoked before two persons put it back into use. */
      suspensions: z.array(
        z.object({
          revokedBy: z.string(),
          revokedAt: Moment,
          reinstatedBy: z.string(),
          confirmedBy: z.string(),
          reinstatedAt: Moment,
          reason: z.string(),
        }),
      ),
      lastSeenAt: z.nullable(Moment),
      /** Ratings in the pad's own queue at its last call. */
      waiting: z.nullable(z.int()),
      ...padHealth,
      highest: z.int(),
      missing: Missing,
    }),
  ),
  cursor: z.nullable(z.string()),
});

export const PadRevoked = z.object({
  padId: z.string(),
  state: z.literal('revoked'),
  /** Ratings that its device still held at its last call; `null` if it never said. */
  waiting: z.nullable(z.int()),
  missing: Missing,
});

const bothLanguages = z.object({ zh: z.string(), en: z.string() });

/** Open by the hours of the register of halls; `null` while it lists none. */
const openNow = z.nullable(z.boolean());

const padNotice = z.object({ title: z.string(), text: z.string() });

/** What the page of a pad needs to know of itself and of the rules. */
export const PadMe = z.object({
  padId: z.string(),
  /** Its number as an issuer, which the codes have by which residents claim their receipts. */
  number: z.int(),
  hall: z.object({
    code: HallCode,
    /** `null` while no register lists it. */
    name: z.nullable(z.string()),
  }),
  window: z.object({
    code: WindowCode,
    /** `null` where windows have only codes. */
    name: z.nullable(z.string()),
  }),
  label: z.optional(z.string()),
  /** Seconds without a touch until the page asks whether somebody is there. */
  idleSeconds: z.int(),
  /** Seconds to answer that. */
  warnSeconds: z.int(),
  /** Whether the page offers free text. */
  freeText: z.boolean(),
  languages: z.array(z.enum(languages)),
  openNow,
  serverTime: Moment,
  /** The highest number received, behind which a pad goes on that lost its counter. */
  highest: z.int(),
  /** The address of the residents' pages. */
  publicUrl: z.string(),
  hotline: z.string(),
  /** 个人信息保护告知, which the page shows where it takes a rating. */
  notice: z.object({ zh: padNotice, en: padNotice }),
});

/**
 * The contact at the pad's window that can be rated now, in both languages; `null` when there is none
 * or it is rated.
 */
export const PadCurrent = z.object({
  contact: z.nullable(
    z.object({
      projectNo: ProjectNo,
      serviceNumber: ServiceNumber,
      /** Never expires: a pad may be offline for days. */
      token: z.string(),
      /** Names exist in Chinese only; of a sensitive matter nothing is said. */
      matter: bothLanguages,
      department: z.string(),
      applicant: z.string(),
      service: bothLanguages,
      servedAt: Moment,
    }),
  ),
  indicators: z.object({ zh: IndicatorTable, en: IndicatorTable }),
  openNow,
});

export const HeartbeatAnswer = z.object({
  at: Moment,
  missing: Missing,
  /** The highest number received: a pad that lost its counter goes on behind it. */
  highest: z.int(),
});

export const PadPressSettled = z.object({
  padId: z.string(),
  sequence: z.int(),
  note: z.string(),
});

export const PadTakenUp = z.object({
  padId: z.string(),
  sequence: z.int(),
  projectNo: ProjectNo,
  serviceNumber: ServiceNumber,
});
