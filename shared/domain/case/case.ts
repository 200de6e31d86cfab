import type { Instant } from '../time/instant.ts';
import type { Applicant } from './applicant.ts';

/** 办件类型: done on the spot, or promised within a term. */
export type CaseKind = 'immediate' | 'promised';

/** 服务环节: at which point of the case the resident met the administration. */
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

export interface Department {
  /** 统一社会信用代码, 18 characters with check digit. */
  readonly creditCode: string;
  /** 统一部门编码, 15 digits. */
  readonly orgCode?: string | undefined;
  readonly name: string;
}

export interface Matter {
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
  /** 承诺时限 in working days, on promised cases. */
  readonly promiseWorkingDays?: number | undefined;
  readonly applicant: Applicant;
}

/** One meeting of resident and administration: the thing that can be rated. */
export interface Contact {
  readonly serviceNumber: number;
  readonly service: Service;
  readonly at: Instant;
  readonly hall?: string | undefined;
  readonly window?: string | undefined;
  readonly staff?: { readonly id: string; readonly name: string } | undefined;
}

export type CaseEventType = 'accepted' | 'step' | 'finished';

export interface TimelineEntry {
  readonly eventId: string;
  readonly type: CaseEventType;
  readonly at: Instant;
  readonly step?:
    | {
        readonly name: string;
        readonly handler?: string | undefined;
        readonly note?: string | undefined;
      }
    | undefined;
  readonly result?:
    | { readonly outcome: CaseOutcome; readonly note?: string | undefined }
    | undefined;
}

export const caseOutcomes = ['granted', 'refused', 'withdrawn', 'returned'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** 办件: one handled case, folded from the events of the system that handles it. */
export interface Case extends CaseHeader {
  readonly projectNo: string;
  /** The system that reported it first; only this one may add to it, with whichever of its keys. */
  readonly source: string;
  readonly timeline: readonly TimelineEntry[];
  readonly contacts: readonly Contact[];
  /** On promised cases, from when they were accepted. */
  readonly promise?: CasePromise | undefined;
  readonly version: number;
}

/** 承诺时限的时钟: counted when the case is saved; shown lights are counted anew when it is read. */
export interface CasePromise {
  /** Absent while a year's notice is awaited, or before the case was accepted. */
  readonly dueAt?: Instant | undefined;
  /** From here on at most a fifth of the working time is left. */
  readonly yellowAt?: Instant | undefined;
  readonly pendingYear?: number | undefined;
}

export interface CaseEvent extends TimelineEntry {
  readonly projectNo: string;
  readonly header?: CaseHeader | undefined;
  readonly contact?: Contact | undefined;
}

type Timed = Pick<Case, 'timeline'>;

/** 受理中/办结: derived, because events of one case may arrive in any order. */
export const caseState = (known: Timed): 'handling' | 'finished' =>
  known.timeline.some((entry) => entry.type === 'finished') ? 'finished' : 'handling';

/** 办结时间: of the first `finished` event. */
export const finishedAt = (known: Timed): Instant | undefined =>
  known.timeline.find((entry) => entry.type === 'finished')?.at;

export const acceptedAt = (known: Timed): Instant | undefined =>
  known.timeline.find((entry) => entry.type === 'accepted')?.at;

export const contactOf = (known: Case, serviceNumber: number): Contact | undefined =>
  known.contacts.find((contact) => contact.serviceNumber === serviceNumber);
