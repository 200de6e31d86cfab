/** What a person proposes and another confirms: one form for each power. */
import type { CalendarYear } from '../calendar/year.ts';
import type { Stated } from '../exchange/callback/stated.ts';
import type { Webhook } from '../notice/delivery.ts';
import type { RegisterNoun } from '../oversight/register.ts';
import type { Said } from '../pad/said.ts';
import type { ContestOutcome } from '../rating/contest/contest-state.ts';
import type { Level } from '../rating/level.ts';
import type { IntegratorRight } from './integrator.ts';
import type { Power } from './power.ts';
import type { IntegratorScope } from './scope.ts';
import type { Signed } from './signed.ts';
import type { KeyBeside } from './widening.ts';

/** The key of another system, without its secret, which exists only after the confirmation. */
interface IntegratorProposal {
  readonly power: 'integrator';
  readonly accessKey: string;
  readonly system: string;
  readonly name: string;
  readonly may: readonly IntegratorRight[];
  readonly scope: IntegratorScope;
  /** The active keys of the system, when it has some already. */
  readonly beside: readonly KeyBeside[];
}

/** A pad, without its enrolment code, which exists only after the confirmation. */
interface PadProposal {
  readonly power: 'pad';
  readonly padId: string;
  readonly hall: string;
  readonly window: string;
  readonly label?: string | undefined;
  /** Why a revoked pad is put back into use; absent for a new one. */
  readonly reinstated?: { readonly reason: string } | undefined;
}

export interface WebhookProposal {
  readonly power: 'webhook';
  readonly webhook: Omit<Webhook, keyof Signed>;
}

/** The credentials for calls to the provincial center, to replace version `after`. */
interface CenterAccessProposal {
  readonly power: 'center_access';
  readonly scheme: 'hmac' | 'sm';
  readonly accessKey: string;
  readonly sealedSecrets: string;
  /** Without it, as in proposals of old, nothing shows what it is to replace: it is superseded. */
  readonly after?: number | undefined;
}

/** The content of a calendar year, to replace version `after`; 0 is the shipped content. */
interface CalendarYearProposal {
  readonly power: 'calendar_year';
  readonly calendar: CalendarYear;
  readonly after: number;
}

/** A policy, to be in force after activation number `after`. */
export interface PolicyProposal {
  readonly power: 'policy';
  readonly policyVersion: number;
  readonly after: number;
}

/** A whole register, stored under its digest, to replace version `after`. */
interface RegisterProposal {
  readonly power: 'register';
  readonly noun: RegisterNoun;
  readonly area: string;
  readonly entriesDigest: string;
  readonly count: number;
  readonly after: number;
}

/** The hand-over of a case to the system that owns it, after `after` other hand-overs. */
interface CaseOwnerProposal {
  readonly power: 'case_owner';
  readonly projectNo: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** Without it, as in proposals of old, nobody knows how often it changed hands: superseded. */
  readonly after?: number | undefined;
}

/** Departments and persons that may not confirm a proposal: it decides on what was said of them. */
export interface Concerned {
  readonly departments: readonly string[];
  readonly persons: readonly string[];
}

/** Absent in proposals of older releases. */
export type RecordedConcerned = {
  readonly [Member in keyof Concerned]?: Concerned[Member] | undefined;
};

/** A callback of the center, with what persons read in it where this system cannot. */
interface CenterCallbackProposal extends Omit<Stated, 'text'>, RecordedConcerned {
  readonly power: 'center_callback';
  readonly callbackId: string;
  /** The words that were stated, encrypted; null: there are none. */
  readonly sealedText?: string | null | undefined;
  readonly reason: string;
}

/**
 * The taking up of a rating that a pad sent: a refused one with its mark, or one that was pressed
 * without a token. It names the contact, and of what the resident said only what both persons are
 * shown of a refused one.
 */
interface TakeUpProposal extends RecordedConcerned {
  readonly power: 'take_up_rating';
  readonly padId: string;
  readonly sequence: number;
  readonly mark?: string | undefined;
  readonly projectNo: string;
  readonly serviceNumber: number;
  /** The level that was stated where it cannot be read. */
  readonly level?: Level | undefined;
  readonly says?: Said | undefined;
  readonly reason: string;
}

/** Why no rating can be made of what was refused, with its mark, or pressed without a token. */
interface SettlePressProposal extends RecordedConcerned {
  readonly power: 'settle_press';
  readonly padId: string;
  readonly sequence: number;
  readonly mark?: string | undefined;
  readonly says?: Said | undefined;
  readonly note: string;
}

/** Why a callback of the center is not taken in. */
interface SettleCallbackProposal extends RecordedConcerned {
  readonly power: 'settle_callback';
  readonly callbackId: string;
  readonly note: string;
}

/** The ruling on a contest, as its call-backs stand. */
interface ContestRulingProposal extends Concerned {
  readonly power: 'contest_ruling';
  readonly contestId: string;
  readonly outcome: ContestOutcome;
  readonly reason: string;
  /** The version of the contest that the ruling is about. */
  readonly after: number;
}

export type Proposal =
  | IntegratorProposal
  | PadProposal
  | WebhookProposal
  | CenterAccessProposal
  | CalendarYearProposal
  | PolicyProposal
  | RegisterProposal
  | CaseOwnerProposal
  | CenterCallbackProposal
  | TakeUpProposal
  | SettlePressProposal
  | SettleCallbackProposal
  | ContestRulingProposal;

export type ProposalOf<P extends Power> = Extract<Proposal, { readonly power: P }>;
