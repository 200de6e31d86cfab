import type { Signed } from '../access/signed.ts';
import type { Instant } from '../time/instant.ts';
import type { Applicant } from './applicant.ts';
import type { Procedure } from './procedure.ts';

/** 办件类型: handled on the spot, or promised within a term. */
export const caseKinds = ['immediate', 'promised'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** 服务环节: the stage of the case at which the resident had contact with the administration. */
export const services = [
  'consult', // 咨询
  'apply', // 申报
  'supplement', // 补正
  'accept', // 受理
  'pay', // 缴费
  'decide', // 办结
  'collect', // 签收
] as const;
export type Service = (typeof services)[number];

interface Department {
  /** 统一社会信用代码, 18 characters with check digit. */
  readonly creditCode: string;
  /** 统一部门编码, 15 digits. */
  readonly orgCode?: string | undefined;
  readonly name: string;
}

interface Matter {
  readonly code: string;
  readonly name: string;
  readonly handleItem?: string | undefined;
  readonly theme?: string | undefined;
}

export interface CaseHeader {
  readonly matter: Matter;
  readonly department: Department;
  /** 行政区划: 6 digits, or 9 or 12 for a town. */
  readonly area: string;
  readonly caseKind: CaseKind;
  /** 承诺时限 in working days; present on promised cases. */
  readonly promiseWorkingDays?: number | undefined;
  readonly applicant: Applicant;
}

/** One contact of a resident with the administration: the unit that can be rated. */
export interface Contact {
  readonly serviceNumber: number;
  readonly service: Service;
  readonly at: Instant;
  readonly hall?: string | undefined;
  readonly window?: string | undefined;
  readonly staff?: { readonly id: string; readonly name: string } | undefined;
}

export const caseEventTypes = [
  'accepted', // 受理
  'step', // 过程
  'extended', // 延长办理期限
  'suspended', // 中止计时
  'resumed', // 恢复计时
  'finished', // 办结
] as const;
export type CaseEventType = (typeof caseEventTypes)[number];

/** 环节办理状态: a step that began (待办), or that is done (已办). */
export const stepStates = ['begun', 'done'] as const;
export type StepState = (typeof stepStates)[number];

export interface CaseStep {
  readonly name: string;
  readonly handler?: string | undefined;
  readonly note?: string | undefined;
  /** Done where the source does not say. */
  readonly state?: StepState | undefined;
  /** 环节时限 in working days, from the moment at which the step begins. */
  readonly workingDays?: number | undefined;
}

export interface TimelineEntry {
  readonly eventId: string;
  readonly type: CaseEventType;
  readonly at: Instant;
  /** When it arrived; older releases did not record it. */
  readonly receivedAt?: Instant | undefined;
  /** The access key that reported it. */
  readonly accessKey: string;
  readonly step?: CaseStep | undefined;
  /** Of an extension, a suspension or its end. */
  readonly procedure?: Procedure | undefined;
  /** The promise that the header of this event stated. */
  readonly promiseWorkingDays?: number | undefined;
  readonly result?:
    | { readonly outcome: CaseOutcome; readonly note?: string | undefined }
    | undefined;
}

export const caseOutcomes = ['granted', 'refused', 'withdrawn', 'returned'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** 办件移交: who gave a case from which system to which. */
export interface HandOver extends Signed {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** 更正办件: what a header said before its system corrected it. */
export interface CaseCorrection {
  /** The access key that corrected it. */
  readonly accessKey: string;
  readonly reason: string;
  readonly at: Instant;
  readonly before: CaseHeader;
}

/** What the former system reported; the new one may replace each part once, by reporting its own. */
export interface Inherited {
  readonly header: boolean;
  readonly events: readonly string[];
  readonly contacts: readonly number[];
}

/** What the former system reported, until the new one reported its own in its place. */
export interface ReplacedPart {
  /** When the delivery arrived that replaced it. */
  readonly at: Instant;
  readonly header?: CaseHeader | undefined;
  readonly contact?: Contact | undefined;
}

/** 办件: one handled case, folded from the events of the system that handles it. */
export interface Case extends CaseHeader {
  readonly projectNo: string;
  /**
   * The system that reported the case first, or got it by a hand-over. Only this system may add to
   * it, with any of its keys.
   */
  readonly source: string;
  readonly handOvers?: readonly HandOver[] | undefined;
  readonly inherited?: Inherited | undefined;
  /** The oldest first. */
  readonly replaced?: readonly ReplacedPart[] | undefined;
  readonly corrections?: readonly CaseCorrection[] | undefined;
  readonly timeline: readonly TimelineEntry[];
  readonly contacts: readonly Contact[];
  /** Present on promised cases once they are accepted. */
  readonly promise?: CasePromise | undefined;
  /**
   * When the case belongs on a list of oversight: its light turns yellow, a term of a step runs out,
   * or a step is irregular. Computed when the case is saved.
   */
  readonly attentionAt?: Instant | undefined;
  readonly version: number;
}

/**
 * 承诺时限的时钟: computed when the case is saved. The light that is shown is recomputed on read.
 */
export interface CasePromise {
  /**
   * Absent while the notice of a year is missing. Of a suspended clock the moment that held when it
   * was suspended.
   */
  readonly dueAt?: Instant | undefined;
  /** From this moment at most a fifth of the working time is left; absent while suspended. */
  readonly yellowAt?: Instant | undefined;
  readonly pendingYear?: number | undefined;
  /** Since when the clock stands still. A clock that was overdue before is not suspended. */
  readonly suspendedAt?: Instant | undefined;
}

export interface CaseEvent extends Omit<TimelineEntry, 'promiseWorkingDays'> {
  readonly projectNo: string;
  readonly header?: CaseHeader | undefined;
  readonly contact?: Contact | undefined;
}

type Timed = Pick<Case, 'timeline'>;

export const caseStates = ['handling', 'finished'] as const;

/** Returns 受理中/办结. Derived, because events of one case may arrive in any order. */
export const caseState = (known: Timed): (typeof caseStates)[number] =>
  known.timeline.some((entry) => entry.type === 'finished') ? 'finished' : 'handling';

/** Returns 办结时间: the moment of the first `finished` event. */
export const finishedAt = (known: Timed): Instant | undefined =>
  known.timeline.find((entry) => entry.type === 'finished')?.at;

export const acceptedAt = (known: Timed): Instant | undefined =>
  known.timeline.find((entry) => entry.type === 'accepted')?.at;

export const contactOf = (
  known: Pick<Case, 'contacts'>,
  serviceNumber: number,
): Contact | undefined => known.contacts.find((contact) => contact.serviceNumber === serviceNumber);
