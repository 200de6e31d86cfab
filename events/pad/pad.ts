import * as z from 'zod/mini';

import { storageStates } from '../../shared/domain/pad/health.ts';
import { HallCode, ProjectNo, ServiceNumber, text, WindowCode } from '../primitive.ts';
import { LevelName } from '../rating/rating.ts';
import { plainText, reasonText } from '../read-text.ts';

export const PadRegistration = z.strictObject({
  hall: HallCode,
  window: WindowCode,
  label: z.optional(plainText(60)),
});

/** Why a revoked pad is put back into use. */
export const PadReinstatement = z.strictObject({ reason: reasonText(300) });

export const PadEnrolment = z.strictObject({
  code: z.string().check(z.minLength(8), z.maxLength(64)),
  /** The pad whose ratings the device still holds: only a code of that pad is spent. */
  padId: z.optional(text(64)),
});

export const PadKey = z.object({
  padId: z.string(),
  /** With it the pad makes the codes by which residents claim their receipts. */
  number: z.int(),
  key: z.string(),
  hall: z.string(),
  window: z.string(),
  /** The highest number that was received of it, behind which it counts on; 0 for a new pad. */
  highest: z.int(),
});

/** Members of a newer pad's software are ignored. */
export const Heartbeat = z.object({
  /** Ratings still in the pad's own queue. */
  waiting: z.int().check(z.minimum(0)),
  version: z.optional(text(40)),
  /** `broken` while the pad cannot store what is pressed. */
  storage: z.optional(z.enum(storageStates)),
  /** Ratings that could not be stored since the pad was enrolled. */
  faults: z.optional(z.int().check(z.minimum(0))),
  /** When the oldest rating in the queue was pressed, by the pad's own clock. */
  oldestAt: z.optional(z.unknown()),
  /** Whether the browser promised to keep what is stored. */
  persisted: z.optional(z.boolean()),
  /** The version of the page. */
  page: z.optional(text(40)),
  /** The time by the pad's own clock as it sends, which shows how far that clock is off. */
  clock: z.optional(z.unknown()),
});

/** The number of the pad; `null` or absent, as it is listed, when none could be read. */
const MaybeSequence = z.optional(z.nullable(z.int().check(z.minimum(0))));

/** Takes up what a pad sent and could not be stored. */
export const PadTakeUp = z.strictObject({
  sequence: MaybeSequence,
  /** Of a refused rating; absent for one that was pressed without a token. */
  mark: z.optional(text(64)),
  /** The contact, where no token names it. */
  projectNo: z.optional(ProjectNo),
  serviceNumber: z.optional(ServiceNumber),
  /** Of a refused rating, where its own level cannot be read. */
  level: z.optional(LevelName),
  reason: reasonText(300),
});
export type PadTakeUp = z.infer<typeof PadTakeUp>;

/** Why no rating can be made of what a pad sent. */
export const PadSettlement = z.strictObject({
  sequence: MaybeSequence,
  /** Of a refused rating; absent for one that was pressed without a token. */
  mark: z.optional(text(64)),
  note: reasonText(300),
});
export type PadSettlement = z.infer<typeof PadSettlement>;
