import * as z from 'zod/mini';

import { padStates } from '../../shared/domain/pad/pad.ts';
import { pressStates } from '../../shared/domain/pad/press.ts';
import { padHealth } from '../pad/health-view.ts';
import { Missing } from '../pad/view.ts';
import { HallCode, Moment, ProjectNo, ServiceNumber, WindowCode } from '../primitive.ts';
import { DoubtView } from '../rating/doubt-view.ts';

const cursor = z.nullable(z.string());

const padLine = {
  padId: z.string(),
  hall: HallCode,
  window: WindowCode,
  label: z.optional(z.string()),
  state: z.enum(padStates),
  lastSeenAt: z.nullable(Moment),
  /** Whole seconds since the pad's last call; `null` when it never called. */
  silentSeconds: z.nullable(z.int()),
  /** 失联: enrolled, and without a call for five minutes or ever. */
  silent: z.boolean(),
  /** Ratings in the pad's own queue at its last call. */
  waiting: z.nullable(z.int()),
  ...padHealth,
  highest: z.int(),
  missing: Missing,
  /** How many numbers are missing. */
  missingCount: z.int(),
  /** The pad gave numbers again that stand for other ratings: how many, the lowest, the latest time. */
  counterWentBack: z.nullable(z.object({ count: z.int(), lowest: z.int(), lastAt: Moment })),
  /** How far its clock is behind the server's; `null` while it has not stated its time. */
  clockBehindSeconds: z.nullable(z.int()),
  /** Ratings that were refused permanently; each is stored encrypted. */
  refused: z.object({
    count: z.int(),
    /** How many a person has to look at. */
    open: z.int(),
    lastAt: z.nullable(Moment),
    byCode: z.array(z.object({ code: z.string(), count: z.int() })),
  }),
};

const settled = z.object({
  by: z.string(),
  confirmedBy: z.string(),
  at: Moment,
  note: z.string(),
});

export const PadOversight = z.object({ at: Moment, pads: z.array(z.object(padLine)), cursor });

export const PadFile = z.object({
  at: Moment,
  ...padLine,
  refusals: z.array(
    z.object({
      /** `null` when no number could be read. */
      sequence: z.nullable(z.int()),
      /** Distinguishes ratings refused under one number. */
      mark: z.string(),
      at: Moment,
      code: z.string(),
      reason: z.string(),
      /**
       * What can be shown of it: level and tags as they were sent, and whether there are words. `null`
       * when it is no rating at all, or was kept by an older release.
       */
      says: z.nullable(
        z.object({
          levels: z.array(z.string()),
          tags: z.array(z.string()),
          hasWords: z.boolean(),
        }),
      ),
      /** What is stored under the same number: perhaps the same press, sent again. */
      sameNumber: z.nullable(
        z.object({
          at: Moment,
          state: z.enum(['rated', ...pressStates]),
          projectNo: z.nullable(ProjectNo),
          serviceNumber: z.nullable(ServiceNumber),
        }),
      ),
      /** Nobody has taken it up or settled it, and its contact is not known to be rated. */
      needsPerson: z.boolean(),
      /** The contact for which two persons took it up. */
      takenUp: z.nullable(
        z.object({
          projectNo: ProjectNo,
          serviceNumber: ServiceNumber,
          by: z.string(),
          confirmedBy: z.string(),
          at: Moment,
        }),
      ),
      /** Why two persons found that no rating can be made of it. */
      settled: z.nullable(settled),
    }),
  ),
});

/** What was pressed without a token and is no rating; never what it says. */
export const HeldPresses = z.object({
  presses: z.array(
    z.object({
      padId: z.string(),
      sequence: z.int(),
      hall: HallCode,
      window: WindowCode,
      /** `null` when the pad states no time at which it can have been pressed. */
      pressedAt: z.nullable(Moment),
      /** The time that the pad states when it cannot be true. */
      implausibleAt: z.nullable(Moment),
      /** What could not be read of it. */
      doubts: z.array(DoubtView),
      arrivedAt: Moment,
      /** Until then every case event of the window tries to bind it. */
      tryUntil: Moment,
      /** A person has to find its contact. */
      needsPerson: z.boolean(),
      /** The contacts of the window at that time that nobody has rated. */
      candidates: z.array(
        z.object({ projectNo: ProjectNo, serviceNumber: ServiceNumber, servedAt: Moment }),
      ),
      /** Why two persons found that no rating can be made of it. */
      settled: z.nullable(settled),
    }),
  ),
  cursor,
});
