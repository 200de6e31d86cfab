import type { Policy } from '../policy/policy.ts';
import type { Cause } from '../rating/cause.ts';
import type { Level } from '../rating/level.ts';
import type { Rating } from '../rating/rating.ts';
import type { Digest } from '../text/digest.ts';
import type { Clock, Timetable } from '../time/deadline.ts';
import type { Instant } from '../time/instant.ts';
import type { ClaimKind, ClaimOfKind } from './claim-kind.ts';
import type { FiredRung, Hardship, RaisedReview, Ruling } from './event/ruled.ts';
import type { StepLink } from './step/step-link.ts';
import type { TicketTally } from './tally-counts.ts';
import type {
  contactOutcomes,
  contactWays,
  findingKinds,
  submissionResults,
  TicketState,
} from './terms.ts';

export interface TicketClocks {
  /** 回访: until the resident has been contacted. */
  readonly contact: Clock;
  /** 整改: until measure, result and answer are submitted; after a return the short redo clock. */
  readonly rectify: Clock;
  /** 审核: of the latest claim or submission; open only in a review state. */
  readonly review?: Clock | undefined;
}

/** 回访: one attempt to reach the resident; what was said is in the step's encrypted note. */
export interface ContactAttempt {
  readonly at: Instant;
  /** Staff id. */
  readonly by: string;
  readonly way: (typeof contactWays)[number];
  readonly outcome: (typeof contactOutcomes)[number];
}

/** 核实结论 */
export interface Finding {
  readonly kind: (typeof findingKinds)[number];
  readonly cause: Cause;
  readonly at: Instant;
  readonly by: string;
}

interface ClaimFacts {
  readonly by: string;
  readonly at: Instant;
  /** Evidence ids. */
  readonly evidence: readonly string[];
  /** The state that it left, to which it leads back when it lapses. */
  readonly from?: TicketState | undefined;
}

/** What the department requests; a person outside the department rules on it. */
export type Claim = ClaimFacts & ClaimOfKind;

/** 整改反馈: the submission that waits for, or has passed, the closure review. */
export interface Submission {
  readonly by: string;
  readonly at: Instant;
  readonly result: (typeof submissionResults)[number];
  /** The answer to the resident, encrypted. */
  readonly sealedAnswer: string;
  readonly evidence: readonly string[];
}

/** A department in its area. */
export interface Place {
  readonly creditCode: string;
  readonly area: string;
}

/** 申请改派: what the department asks the area's supervisor for. */
interface TransferRequest {
  readonly by: string;
  readonly at: Instant;
  /** The department that it proposes. */
  readonly to?: Place | undefined;
}

/** 差评整改工单: opened by one bad rating, in the same write. */
export interface Ticket {
  /** Derived from the rating's natural key, so that a repeat can never open a second one. */
  readonly id: string;
  readonly state: TicketState;
  readonly projectNo: string;
  readonly serviceNumber: number;
  /** Of the rating that opened it. */
  readonly generation?: number | undefined;
  readonly level: Rating['level'];
  readonly tags: readonly string[];
  readonly channel: Rating['channel'];
  readonly contactConsent: boolean;
  /** The department that has the ticket now. */
  readonly creditCode: string;
  /** Every department that ever had it, the rated one first. None of them may rule on it. */
  readonly departments: readonly string[];
  /** Staff who ever worked on it for a department. None of them may rule on it either. */
  readonly workers: readonly string[];
  readonly area: string;
  /** Waits for a supervisor, while the department goes on with the work. */
  readonly transferAsked?: TransferRequest | undefined;
  /** 改派, in the ticket's whole life. */
  readonly transfers: number;
  readonly matterCode: string;
  readonly hall?: string | undefined;
  readonly window?: string | undefined;
  /**
   * 经办人 of the rated contact; for figures only, and not shown to anyone who works on the ticket.
   */
  readonly staffId?: string | undefined;
  /** 轮次: 1 for the first rating, 2 after a follow-up that is still bad. */
  readonly round: 1 | 2;
  /** The highest rung of the escalation ladder that ever fired; 0 is the notice on opening. */
  readonly rung: number;
  /** Every rung that fired, in order; each at most once in a term. */
  readonly fired: readonly FiredRung[];
  readonly openedAt: Instant;
  /** The policy version frozen onto this ticket; versions never change. */
  readonly policyVersion: number;
  readonly clocks: TicketClocks;
  /** 未按期: the rectify clock ran out once; permanent. */
  readonly late: boolean;
  /**
   * The contacts of this round; earlier ones are in the steps. The same holds for finding,
   * submission and returns.
   */
  readonly contacts: readonly ContactAttempt[];
  readonly finding?: Finding | undefined;
  /** Waits for a ruling. */
  readonly claim?: Claim | undefined;
  /** Claims made in the ticket's whole life, granted or not; extension may appear repeatedly. */
  readonly claimed: readonly ClaimKind[];
  readonly submission?: Submission | undefined;
  /** 退回 in this round. */
  readonly returns: number;
  readonly returnedAt?: Instant | undefined;
  /** 催办 by a supervisor, in the ticket's whole life. */
  readonly urges: number;
  /** The first handler who acted since the department received the ticket. */
  readonly assignee?: string | undefined;
  readonly hardship?: Hardship | undefined;
  readonly ruling?: Ruling | undefined;
  /** All granted extensions in total, and the due moment before the first. */
  readonly extension?:
    | { readonly days: number; readonly originalDue?: Instant | undefined }
    | undefined;
  /** 追评: the single follow-up rating. */
  readonly followUp?: { readonly level: Level; readonly at: Instant } | undefined;
  /** The follow-up is in time up to and including this moment; set on the first closure. */
  readonly appendUntil?: Instant | undefined;
  /** The rating that opened it was ruled not to be the applicant's; the ticket counts nowhere. */
  readonly voidedAt?: Instant | undefined;
  /** When the overdue review of a claim or submission was announced; absent until then. */
  readonly reviewRemindedAt?: Instant | undefined;
  /** Who was told that something waits too long; of each kind that waited last. */
  readonly raised?: readonly RaisedReview[] | undefined;
  /**
   * The next moment at which something falls due; absent when the ticket is finished or the moment
   * is unknown.
   */
  readonly nextAt?: Instant | undefined;
  /** The earliest year without a notice that a clock or a coming rung waits for. */
  readonly pendingYear?: number | undefined;
  /** What the figures count beyond the current state. */
  readonly tally?: TicketTally | undefined;
  /** The end of the audit chain, after which the next step is linked; maintained by the store. */
  readonly lastStep?: StepLink | undefined;
  readonly version: number;
}

/** The ticket of a second generation is another one, beside that of the first. */
export const ticketIdOf = ({
  projectNo,
  serviceNumber,
  generation = 1,
}: Pick<Rating, 'projectNo' | 'serviceNumber' | 'generation'>): string =>
  `${projectNo}-${serviceNumber}${generation === 1 ? '' : `g${generation}`}`;

/** Returns the project number of the case that a ticket is about, from the ticket's id. */
export const projectNoOf = (ticketId: string): string =>
  ticketId.slice(0, ticketId.lastIndexOf('-'));

/** Returns the number of the contact that a ticket is about, from the ticket's id. */
export const serviceNumberOf = (ticketId: string): number =>
  Number.parseInt(ticketId.slice(ticketId.lastIndexOf('-') + 1), 10);

/** Returns which generation of the rating a ticket is about; undefined for the first. */
export const generationOf = (ticketId: string): number | undefined => {
  const [, generation] = ticketId.split('g');
  return generation === undefined ? undefined : Number(generation);
};

export interface Rules {
  readonly policy: Policy;
  /** The calendar with the policy's office hours. */
  readonly timetable: Timetable;
  readonly digest: Digest;
}
