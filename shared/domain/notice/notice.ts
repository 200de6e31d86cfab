/**
 * 通知: what a step of the loop, or a proposed act, announces to a recipient. It is written together
 * with what it is about and waits in the outbox until it is sent, inside working hours. It contains
 * nothing personal.
 */
import type { Power } from '../access/power.ts';
import { countingArea } from '../area/area.ts';
import type { Rules, Ticket } from '../ticket/ticket.ts';
import type { CivilDate, Instant } from '../time/instant.ts';
import { afterWorkingTime } from '../time/working-time.ts';
import type {
  ApprovalNoticeType,
  CallbackNoticeType,
  ContestNoticeType,
  DifferenceNoticeType,
  EntryNoticeType,
  KeptPressNoticeType,
  PadNoticeType,
  TicketNoticeType,
} from './notice-type.ts';

/** The inboxes of those who work on tickets. */
export const ticketBoxKinds = [
  'department', // 承办部门
  'reviewer', // 区域复核
  'supervisor', // 区域督办
  'city', // 市级
  'accountability', // 效能问责
] as const;
export type TicketBoxKind = (typeof ticketBoxKinds)[number];

/** The inboxes of those who may call residents back and rule, named as their roles are. */
export const reviewBoxKinds = ['reviewer', 'supervisor'] as const satisfies TicketBoxKind[];

/** The inboxes of those who may confirm what a colleague proposed. */
export const approvalBoxKinds = [
  'administrator', // 系统管理员
  'hall_administrator', // 大厅管理员
] as const;
export type ApprovalBoxKind = (typeof approvalBoxKinds)[number];

export const boxKinds = [...ticketBoxKinds, ...approvalBoxKinds] as const;
export type BoxKind = (typeof boxKinds)[number];

/** Whether only people of the whole city read such an inbox. */
export const isBoxOfCity = (kind: BoxKind): boolean => kind === 'city' || kind === 'accountability';

/** An inbox: of a department by its credit code, otherwise of an area by its six digits. */
export interface Box {
  readonly kind: BoxKind;
  readonly of: string;
}

/**
 * A notice that a decision requests. A resident is informed on the receipt page and has no inbox.
 */
export interface RequestedNotice {
  readonly type: TicketNoticeType;
  readonly to: TicketBoxKind | 'resident';
  /** Of a ticket that moved: where it was, when those there are to be told. */
  readonly former?: Pick<Ticket, 'creditCode' | 'area'>;
}

interface NoticeFacts {
  /** Derived from what it is about, so that a repeat is the same notice; safe in URLs. */
  readonly id: string;
  readonly box: Box;
  readonly area: string;
  readonly at: Instant;
  /** Inside working hours, never before `at`. */
  readonly sendAt: Instant;
  readonly state: 'waiting' | 'sent' | 'silenced';
  /** The first person who read it in the inbox, and when. */
  readonly readBy?: string | undefined;
  readonly readAt?: Instant | undefined;
  readonly version: number;
}

export interface TicketNotice extends NoticeFacts {
  readonly type: TicketNoticeType;
  readonly ticketId: string;
  /** The department that has the ticket, also when another recipient is notified. */
  readonly creditCode: string;
}

export interface ApprovalNotice extends NoticeFacts {
  readonly type: ApprovalNoticeType;
  readonly approvalId: string;
  readonly power: Power;
  /** Staff id of the person who proposed it. */
  readonly by: string;
}

/** Of a pad: what was pressed on it and nobody knows whom it rates, or what is wrong with it. */
export interface PadNotice extends NoticeFacts {
  readonly type: PadNoticeType;
  readonly padId: string;
  readonly hall: string;
  readonly window: string;
}

/** Of a rating that somebody else contests. */
export interface ContestNotice extends NoticeFacts {
  readonly type: ContestNoticeType;
  readonly contestId: string;
}

/** Of what staff recorded for a resident and nobody has compared with its record. */
export interface EntryNotice extends NoticeFacts {
  readonly type: EntryNoticeType;
  readonly entryId: string;
}

/** Of what was pressed on a pad and waits for two persons, because it is no rating yet. */
export interface KeptPressNotice extends NoticeFacts {
  readonly type: KeptPressNoticeType;
  readonly padId: string;
  readonly hall: string;
  readonly window: string;
  readonly sequence: number;
  /** Of one that was refused. */
  readonly mark?: string | undefined;
}

/** Of what the center sent and could not be stored. */
export interface CallbackNotice extends NoticeFacts {
  readonly type: CallbackNoticeType;
  readonly callbackId: string;
}

/** Of the differences of a day with the center that nobody dealt with. */
export interface DifferenceNotice extends NoticeFacts {
  readonly type: DifferenceNoticeType;
  readonly day: CivilDate;
  /** When the one that has been open for longest was found. */
  readonly since: Instant;
}

export type Notice =
  | TicketNotice
  | ApprovalNotice
  | PadNotice
  | ContestNotice
  | EntryNotice
  | KeptPressNotice
  | CallbackNotice
  | DifferenceNotice;

export type Concerned = Pick<Ticket, 'id' | 'creditCode' | 'area' | 'version'>;

/** 330602 → 330600. */
export const cityOf = (area: string): string => `${area.slice(0, 4)}00`;

const owners: Readonly<Record<TicketBoxKind, (of: Pick<Ticket, 'creditCode' | 'area'>) => string>> =
  {
    department: ({ creditCode }) => creditCode,
    reviewer: ({ area }) => countingArea(area),
    supervisor: ({ area }) => countingArea(area),
    city: ({ area }) => cityOf(area),
    accountability: ({ area }) => cityOf(area),
  };

export const boxOf = (kind: TicketBoxKind, ticket: Pick<Ticket, 'creditCode' | 'area'>): Box => ({
  kind,
  of: owners[kind](ticket),
});

/**
 * Returns `at` itself inside working hours, otherwise the next working moment. When the next
 * working day is unknown because its year has no notice, returns `at`: a notice at an odd hour is
 * better than none.
 */
export const sendingMoment = (rules: Pick<Rules, 'timetable'>, at: Instant): Instant => {
  const next = afterWorkingTime(rules.timetable, at, 0);
  return next.ok ? next.at : at;
};

/**
 * Returns the notices of one decision, for the transaction that saves it. `ticket` is the ticket
 * after the decision: its version is part of the ids, so each decision sends each notice to each
 * inbox once.
 */
export const noticesOf = (
  ticket: Concerned,
  requested: readonly RequestedNotice[],
  { at, rules }: { readonly at: Instant; readonly rules: Pick<Rules, 'timetable'> },
): readonly TicketNotice[] => {
  const sendAt = sendingMoment(rules, at);
  const wanted = requested.flatMap(({ type, to, former }): readonly TicketNotice[] => {
    // A resident has no inbox: the receipt page shows the stage.
    if (to === 'resident') return [];
    const id = [ticket.id, ticket.version, type, to, ...(former ? ['former'] : [])].join('.');
    const { area } = former ?? ticket;
    const about = { type, ticketId: ticket.id, creditCode: ticket.creditCode, area };
    const box = boxOf(to, former ?? ticket);
    return [{ id, box, ...about, at, sendAt, state: 'waiting', version: 1 }];
  });
  return [...new Map(wanted.map((notice) => [notice.id, notice])).values()];
};
