import * as z from 'zod/mini';

import { caseStates } from '../../shared/domain/case/case.ts';
import { hallLevels, ratableNouns } from '../../shared/domain/oversight/register.ts';
import { padStates } from '../../shared/domain/pad/pad.ts';
import { IrregularityView, PromiseView, StepView } from '../case/view.ts';
import { RateView } from '../figures/view.ts';
import { Missing } from '../pad/view.ts';
import { Area, Day, HallCode, Moment, ProjectNo, ServiceNumber, WindowCode } from '../primitive.ts';

const cursor = z.nullable(z.string());

/** 黄灯、红灯与待定办件; without the applicant. */
export const PromisedCases = z.object({
  cases: z.array(
    z.object({
      projectNo: ProjectNo,
      matter: z.object({ code: z.string(), name: z.string() }),
      department: z.object({ creditCode: z.string(), name: z.string() }),
      area: Area,
      acceptedAt: Moment,
      promise: PromiseView,
    }),
  ),
  cursor,
});

/** What oversight of steps lists: steps past their own term, or missing and irregular steps. */
export const stepProblems = ['late', 'irregular'] as const;
export type StepProblem = (typeof stepProblems)[number];

/** 环节监督: cases by their steps; without the applicant. */
export const OverseenSteps = z.object({
  cases: z.array(
    z.object({
      projectNo: ProjectNo,
      matter: z.object({ code: z.string(), name: z.string() }),
      department: z.object({ creditCode: z.string(), name: z.string() }),
      area: Area,
      state: z.enum(caseStates),
      /** 超时环节: past their own term, done or not. */
      lateSteps: z.array(StepView),
      irregularities: z.array(IrregularityView),
    }),
  ),
  cursor,
});

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
    lastAt: z.nullable(Moment),
    byCode: z.array(z.object({ code: z.string(), count: z.int() })),
  }),
};

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
    }),
  ),
});

/** What was pressed without a token and is no rating yet; never what it says. */
export const HeldPresses = z.object({
  presses: z.array(
    z.object({
      padId: z.string(),
      sequence: z.int(),
      hall: HallCode,
      window: WindowCode,
      /** `null` when the pad states no time at which it can have been pressed. */
      pressedAt: z.nullable(Moment),
      arrivedAt: Moment,
      /** Until then every case event of the window tries to bind it. */
      tryUntil: Moment,
      /** A person has to find its contact. */
      needsPerson: z.boolean(),
      /** The contacts of the window at that time that nobody has rated. */
      candidates: z.array(
        z.object({ projectNo: ProjectNo, serviceNumber: ServiceNumber, servedAt: Moment }),
      ),
    }),
  ),
  cursor,
});

const coverage = {
  /** The share of the register's entries that were rated in the span. */
  rate: RateView,
  /** Members in cases or ratings that are in no register; not part of any rate. */
  unlisted: z.int(),
  lastRatedOn: z.nullable(Day),
};

const span = {
  area: Area,
  from: Day,
  to: Day,
  /** The time of the newest counted change; `null` when nothing is counted. */
  countedUntil: z.nullable(Moment),
};

/** 覆盖情况: portal, app, halls by level, departments and matters. */
export const CoverageView = z.object({
  ...span,
  channels: z.array(
    z.object({
      channel: z.enum(['portal', 'app']),
      rated: z.int(),
      lastRatedOn: z.nullable(Day),
    }),
  ),
  halls: z.array(z.object({ level: z.enum(hallLevels), ...coverage })),
  /** Halls of every level, including those in no register. */
  allHalls: z.object(coverage),
  departments: z.object(coverage),
  matters: z.object(coverage),
  /** 自建系统对接情况: a listed system is connected while it has an active key. */
  systems: z.object({
    /** 对接率. */
    rate: RateView,
    /** Systems with an active key that no register of the area lists. */
    unlisted: z.int(),
    notConnected: z.array(z.object({ area: Area, code: z.string(), name: z.string() })),
  }),
  /** Areas without a list of what should be ratable; what occurs there is accepted as unlisted. */
  withoutRegister: z.array(z.object({ area: Area, noun: z.enum(ratableNouns) })),
});

export const CoverageLines = z.object({
  ...span,
  of: z.enum(ratableNouns),
  lines: z.array(
    z.object({
      area: Area,
      code: z.string(),
      name: z.nullable(z.string()),
      level: z.optional(z.enum(hallLevels)),
      /** Whether the register has it. */
      listed: z.boolean(),
      /** Whether it was rated in the span. */
      rated: z.boolean(),
      lastFinishedOn: z.nullable(Day),
      lastRatedOn: z.nullable(Day),
    }),
  ),
  cursor,
});

/** 清单外引用: what cases and ratings name and no register of its area lists. */
export const UnlistedReferences = z.object({
  area: Area,
  countedUntil: z.nullable(Moment),
  references: z.array(
    z.object({
      area: Area,
      noun: z.enum([...ratableNouns, 'areas']),
      code: z.string(),
      name: z.nullable(z.string()),
      /** False while the area has no such register at all. */
      hasRegister: z.boolean(),
      firstSeenOn: z.nullable(Day),
      lastFinishedOn: z.nullable(Day),
      lastRatedOn: z.nullable(Day),
    }),
  ),
  cursor,
});
