/**
 * The commands on a ticket, who may give them, and their possible results. Free texts (notes,
 * measures, answers) arrive encrypted and are opaque here.
 */
import type { StaffRole } from '../access/staff-role.ts';
import type { RequestedNotice } from '../notice/notice.ts';
import type { Cause } from '../rating/cause.ts';
import type { Level } from '../rating/level.ts';
import type { CivilDate, Instant } from '../time/instant.ts';
import type { ClaimKind, GroundsOf } from './claim-kind.ts';
import type { Actor, TicketEvent } from './event/event.ts';
import type { TicketRefusal } from './refusal.ts';
import type { StepTimeDoubt } from './terms.ts';
import type { ContactAttempt, Finding, Place, Rules, Submission, Ticket } from './ticket.ts';

export interface ActingStaff {
  readonly role: 'staff';
  readonly id: string;
  /** 统一社会信用代码 of the person's department. */
  readonly department?: string | undefined;
  readonly roles: readonly StaffRole[];
  /** 6 digits; `330600` means the whole city. */
  readonly area: string;
  /**
   * Whether the person served when the rating was given, or entered, checked or took it up: nobody
   * oversees a ticket about their own doing.
   */
  readonly isConcerned: boolean;
}

export type Acting = Exclude<Actor, { role: 'staff' }> | ActingStaff;

interface RecordContact {
  readonly type: 'recordContact';
  readonly way: ContactAttempt['way'];
  readonly outcome: ContactAttempt['outcome'];
  readonly note?: string | undefined;
}
interface Find {
  readonly type: 'find';
  readonly kind: Finding['kind'];
  readonly cause: Cause;
  readonly note?: string | undefined;
}
interface ClaimInvalid {
  readonly type: 'claimInvalid';
  readonly grounds: GroundsOf<'invalid'>;
  readonly evidence: readonly string[];
  readonly note: string;
}
interface ClaimHardship {
  readonly type: 'claimHardship';
  readonly reviewOn: CivilDate;
  readonly evidence: readonly string[];
  readonly note: string;
}
interface RequestExtension {
  readonly type: 'requestExtension';
  /** The length of the extension, in the unit of the rectify term. */
  readonly days: number;
  readonly note: string;
}
interface AskTransfer {
  readonly type: 'askTransfer';
  /** The department that the handler proposes. */
  readonly to?: Place | undefined;
  readonly note: string;
}
interface Transfer {
  readonly type: 'transfer';
  readonly to: Place;
  readonly note: string;
}
interface DeclineTransfer {
  readonly type: 'declineTransfer';
  readonly note: string;
}
interface Submit {
  readonly type: 'submit';
  readonly result: Submission['result'];
  /** 整改措施, encrypted. */
  readonly measure: string;
  /** The answer to the resident, encrypted. */
  readonly answer: string;
  readonly evidence: readonly string[];
}
interface Rule {
  readonly type: 'rule';
  readonly claim: ClaimKind;
  readonly grant: boolean;
  readonly note: string;
}
interface Approve {
  readonly type: 'approve';
  readonly note?: string | undefined;
}
interface Return {
  readonly type: 'return';
  readonly note: string;
}
interface Urge {
  readonly type: 'urge';
  readonly note?: string | undefined;
}
interface Unmask {
  readonly type: 'unmask';
  readonly note: string;
}
/** Decides on a hardship: keep it until a new date, or resume work on it. */
interface Review {
  readonly type: 'review';
  readonly outcome: { readonly keepUntil: CivilDate } | 'resume';
  readonly note: string;
}
/** The resident's follow-up; level and tags were checked like those of any rating. */
interface Append {
  readonly type: 'append';
  readonly level: Level;
  readonly tags: readonly string[];
  /** `ratingDigest` of the follow-up. */
  readonly rating: string;
  readonly note?: string | undefined;
}
/** A contest was upheld: the rating is not the applicant's. */
interface VoidRating {
  readonly type: 'voidRating';
  readonly contest: string;
  readonly proposedBy: string;
  readonly confirmedBy: string;
  readonly note?: string | undefined;
}
/** What the provincial center did on its side of the ticket; its texts arrive encrypted. */
interface ProvinceStep {
  readonly type: 'provinceStep';
  /** 工单编码 and 工单处理后状态, as the center writes them. */
  readonly code: string;
  readonly status: string;
  /** When it was done at the center. */
  readonly doneAt: Instant;
  /** Its time could not be read, so it is when the step arrived; or it is in the future. */
  readonly timeDoubt?: StepTimeDoubt | undefined;
  /** Keyed digest of the whole entry, because the center sends an entry repeatedly. */
  readonly mark: string;
  readonly note?: string | undefined;
}
/** Fires what is due now. */
interface Escalate {
  readonly type: 'escalate';
}
/** The calendar changed; `year` is the year that was loaded or corrected. */
interface Recount {
  readonly type: 'recount';
  readonly year?: number | undefined;
}

export type Command =
  | RecordContact
  | Find
  | ClaimInvalid
  | ClaimHardship
  | RequestExtension
  | AskTransfer
  | Transfer
  | DeclineTransfer
  | Submit
  | Rule
  | Approve
  | Return
  | Urge
  | Unmask
  | Review
  | Append
  | VoidRating
  | ProvinceStep
  | Escalate
  | Recount;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

export interface TicketContext {
  readonly at: Instant;
  readonly by: Acting;
  /** The policy frozen onto the ticket, with the newest calendar. */
  readonly rules: Rules;
}

export type TicketDecision =
  | {
      readonly ok: true;
      readonly next: Ticket;
      /** In order; the last one ends the write. The store links them to the chain. */
      readonly events: readonly TicketEvent[];
      readonly notices: readonly RequestedNotice[];
    }
  | { readonly ok: false; readonly reason: TicketRefusal };
