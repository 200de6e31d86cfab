import * as z from 'zod/mini';

import { Channel } from '../shared/domain/channel.ts';
import { ticketStates } from '../shared/domain/ticket.ts';
import { ClockView } from './deadline-view.ts';
import { TagView } from './indicator-view.ts';
import { Area, Moment, ProjectNo, ServiceNumber } from './primitive.ts';
import { LevelName, Tag } from './rating.ts';

const TicketState = z.enum(ticketStates);

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
    }),
  ),
  /** For the next page; `null` on the last. */
  cursor: z.nullable(z.string()),
});

const Actor = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['resident', 'system']) }),
  z.object({ role: z.literal('staff'), id: z.string() }),
]);

const StepView = z.object({
  ticketId: z.string(),
  number: z.int(),
  at: Moment,
  by: Actor,
  type: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Hash of the step before; the ticket's id for the first. */
  previous: z.string(),
  hash: z.string(),
});

/** 工单: with the resident's words, the deadlines day by day and the audit chain. */
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
  /** Masked. */
  applicant: z.object({ name: z.optional(z.string()), mobile: z.optional(z.string()) }),
  clocks: z.object({ contact: ClockView, rectify: ClockView }),
  audit: z.object({ intact: z.boolean(), steps: z.array(StepView) }),
});
