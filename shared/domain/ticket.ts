import { startClock } from './clock.ts';
import type { Clock, Timetable } from './deadline.ts';
import type { Policy } from './policy.ts';
import { isBad } from './rating.ts';
import type { Rating } from './rating.ts';
import { linkStep } from './step.ts';
import type { Digest, Step } from './step.ts';
import { earlier } from './time.ts';
import type { Instant } from './time.ts';

/** 整改工单的状态. Moves between them come with the ticket machine; a ticket is born `open`. */
export const ticketStates = [
  'open', // 待回访核实
  'rectifying', // 整改中
  'dismissal_review', // 不予采纳审核
  'hardship_review', // 无法整改审核
  'hardship', // 挂账
  'closure_review', // 闭环审核
  'closed', // 已闭环
  'dismissed', // 不予采纳
] as const;
export type TicketState = (typeof ticketStates)[number];

export interface TicketClocks {
  /** 回访: until the resident has been contacted. */
  readonly contact: Clock;
  /** 整改: until measure, result and answer are handed in. */
  readonly rectify: Clock;
}

/** 差评整改工单: opened by one bad rating, in the same write. */
export interface Ticket {
  /** Derived from the rating's natural key, so that a repeat can never open a second one. */
  readonly id: string;
  readonly state: TicketState;
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly level: Rating['level'];
  readonly tags: readonly string[];
  readonly channel: Rating['channel'];
  readonly contactConsent: boolean;
  readonly creditCode: string;
  readonly area: string;
  readonly matterCode: string;
  readonly hall?: string | undefined;
  readonly window?: string | undefined;
  /** 轮次: 1 for the first rating, 2 after a follow-up that is still bad. */
  readonly round: number;
  /** The highest rung of the escalation ladder that has fired; 0 is the notice on opening. */
  readonly rung: number;
  readonly openedAt: Instant;
  /** The policy version frozen onto this ticket; versions never change. */
  readonly policyVersion: number;
  readonly clocks: TicketClocks;
  readonly version: number;
}

export const ticketIdOf = (rating: Pick<Rating, 'projectNo' | 'serviceNumber'>): string =>
  `${rating.projectNo}-${rating.serviceNumber}`;

export interface Rules {
  readonly policy: Policy;
  /** The calendar with the policy's office hours. */
  readonly timetable: Timetable;
  readonly digest: Digest;
}

export interface OpenedTicket {
  readonly ticket: Ticket;
  readonly first: Step;
}

/** The ticket that a rating opens: undefined for a good one, the same one however often asked. */
export const openTicket = (rating: Rating, rules: Rules): OpenedTicket | undefined => {
  if (!isBad(rating.level, rules.policy)) return undefined;
  const ticket = born(rating, rules);
  const draft = {
    ticketId: ticket.id,
    at: ticket.openedAt,
    by: { role: 'resident' } as const,
    type: 'opened',
    facts: {
      level: rating.level,
      tags: rating.tags.join(','),
      channel: rating.channel,
      policyVersion: ticket.policyVersion,
      contactDue: dueText(ticket.clocks.contact),
      rectifyDue: dueText(ticket.clocks.rectify),
    },
  };
  return { ticket, first: linkStep(undefined, draft, rules.digest) };
};

const born = (rating: Rating, { policy, timetable }: Rules): Ticket => ({
  id: ticketIdOf(rating),
  state: 'open',
  projectNo: rating.projectNo,
  serviceNumber: rating.serviceNumber,
  level: rating.level,
  tags: rating.tags,
  channel: rating.channel,
  contactConsent: rating.contactConsent,
  creditCode: rating.creditCode,
  area: rating.area,
  matterCode: rating.matterCode,
  hall: rating.hall,
  window: rating.window,
  round: 1,
  rung: 0,
  openedAt: rating.receivedAt,
  policyVersion: policy.version,
  clocks: {
    contact: startClock(timetable, rating.receivedAt, policy.clocks.contact),
    rectify: startClock(timetable, rating.receivedAt, policy.clocks.rectify),
  },
  version: 1,
});

const dueText = (clock: Clock): string =>
  clock.state === 'running' ? clock.dueAt : `pending_calendar`;

/** The first moment at which an open clock of the ticket runs out; undefined while none can tell. */
export const firstDue = (ticket: Ticket): Instant | undefined => {
  const due = [ticket.clocks.contact, ticket.clocks.rectify].flatMap((clock) =>
    clock.state === 'running' ? [clock.dueAt] : [],
  );
  return due.length === 0 ? undefined : due.reduce((a, b) => earlier(a, b));
};
