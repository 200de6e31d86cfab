import * as z from 'zod/mini';

import { Channel } from '../../shared/domain/rating/channel.ts';
import { proofClasses } from '../../shared/domain/rating/proof/proof-class.ts';
import { claimKinds } from '../../shared/domain/ticket/claim-kind.ts';
import { ticketStates } from '../../shared/domain/ticket/terms.ts';
import { Area, Moment, ProjectNo, ServiceNumber } from '../primitive.ts';
import { DoubtView } from '../rating/doubt-view.ts';
import { TagView } from '../rating/indicator-view.ts';
import { LevelName, Tag } from '../rating/rating.ts';
import { actionTypes } from './action.ts';
import { ClockView } from './deadline-view.ts';
import { maskedNumbers, NamedApplicant } from './named-applicant.ts';
import { BreakView, StepView } from './step-view.ts';
import { workFacts } from './work-view.ts';

export const ticketViews = [
  'mine', // 我的
  'department', // 本部门
  'area', // 本区域
  'overdue', // 超期
  'review', // 待审核
  'pending_calendar', // 待放假通知
  'hardship', // 挂账
  'closed', // 已办结
] as const;
export type TicketView = (typeof ticketViews)[number];

const TicketState = z.enum(ticketStates);

/** What shows that the resident gave a rating, and its name; absent when the rating is missing. */
const proof = {
  proofClass: z.optional(z.enum(proofClasses)),
  proofName: z.optional(z.string()),
};

const facts = {
  id: z.string(),
  state: TicketState,
  level: LevelName,
  channel: Channel,
  creditCode: z.string(),
  area: Area,
  hall: z.optional(z.string()),
  window: z.optional(z.string()),
  round: z.int(),
  /** The highest rung of the escalation ladder that has fired; 0 is the notice on opening. */
  rung: z.int(),
  openedAt: Moment,
  /** 未按期: the rectify clock has run out once; never reset. */
  late: z.boolean(),
  /** Staff id of the first handler who acted. */
  assignee: z.optional(z.string()),
  version: z.int(),
};

/** 工单列表, the nearest deadline first within a department. */
export const TicketList = z.object({
  tickets: z.array(
    z.object({
      ...facts,
      tags: z.array(Tag),
      nextDueAt: z.nullable(Moment),
      overdue: z.boolean(),
      /** A claim that waits for a ruling. */
      claim: z.optional(z.enum(claimKinds)),
      /** When a transfer was asked for, while it waits for a supervisor. */
      transferAsked: z.optional(Moment),
      /** The year whose notice is pending. */
      pendingYear: z.optional(z.int()),
      endedAt: z.optional(Moment),
    }),
  ),
  /** For the next page; `null` on the last. */
  cursor: z.nullable(z.string()),
});

/** 工单: the resident's text, the work done, permitted actions, deadlines, audit chain. */
export const TicketFile = z.object({
  ...facts,
  projectNo: ProjectNo,
  serviceNumber: ServiceNumber,
  contactConsent: z.boolean(),
  matterCode: z.string(),
  policyVersion: z.int(),
  stateName: z.string(),
  tags: z.array(TagView),
  words: z.nullable(z.string()),
  ...proof,
  /** Of the rating, when it happened in another system. */
  doubts: z.array(DoubtView),
  matter: z.optional(
    z.object({
      code: z.string(),
      name: z.string(),
      handleItem: z.optional(z.string()),
      theme: z.optional(z.string()),
    }),
  ),
  department: z.optional(
    z.object({ creditCode: z.string(), orgCode: z.optional(z.string()), name: z.string() }),
  ),
  /** Masked; the number that the case had before the rating. */
  applicant: z.object({
    name: z.optional(z.string()),
    mobile: z.optional(z.string()),
    ...maskedNumbers,
  }),
  ...workFacts,
  /** The follow-up rating (追评). */
  followUp: z.optional(
    z.object({
      level: LevelName,
      tags: z.array(TagView),
      text: z.nullable(z.string()),
      ...proof,
      doubts: z.array(DoubtView),
      at: Moment,
    }),
  ),
  nextDueAt: z.nullable(Moment),
  overdue: z.boolean(),
  /** The types of action that the caller may perform now. */
  allowed: z.array(z.enum(actionTypes)),
  clocks: z.object({ contact: ClockView, rectify: ClockView, review: z.optional(ClockView) }),
  audit: z.object({
    /** The chain is contiguous, ends where the ticket says, and its events give this ticket. */
    intact: z.boolean(),
    broken: z.optional(BreakView),
    steps: z.array(StepView),
  }),
});

/**
 * The result of an action. The ticket is absent when the caller may no longer see it after a
 * transfer.
 */
export const ActionAnswer = z.object({
  /** True when this action was already performed. */
  repeated: z.boolean(),
  id: z.string(),
  state: TicketState,
  version: z.int(),
  ticket: z.optional(TicketFile),
  /** Only after unmask, and only once; it is not stored anywhere else. */
  applicant: z.optional(NamedApplicant),
});
