import * as z from 'zod/mini';

import { caseStates } from '../../shared/domain/case/case.ts';
import { hallLevels, ratableNouns } from '../../shared/domain/oversight/register.ts';
import { IrregularityView, PromiseView, StepView } from '../case/view.ts';
import { RateView } from '../figures/view.ts';
import { Area, Day, Moment, ProjectNo } from '../primitive.ts';

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

/** 清单外引用: what cases, ratings, pads, webhooks, keys or transfers name and no register of its area lists. */
export const UnlistedReferences = z.object({
  area: Area,
  countedUntil: z.nullable(Moment),
  references: z.array(
    z.object({
      area: Area,
      noun: z.enum([...ratableNouns, 'windows', 'areas']),
      /** Of a window `<hall>/<window>`. */
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
