/**
 * The codes of 差评整改工单. RECONSTRUCTION: no official table is public. The states follow a real
 * workflow of another province; the ways and results are named by 国办发〔2019〕51号.
 */
import type { Rung } from '../../policy/policy.ts';
import type { TicketEventType } from '../../ticket/event/facts.ts';
import type { Claim, ContactAttempt, Finding, Submission } from '../../ticket/ticket.ts';

export const visitWays = {
  phone: '1',
  sms: '2',
  visit: '3',
  online: '4',
} as const satisfies Record<ContactAttempt['way'], string>;

/** 未接通 is reported from the third failed attempt on; before it nothing is reported. */
export const visitResults = {
  reached: '1',
  no_answer: '2',
  refused: '3',
} as const satisfies Record<ContactAttempt['outcome'], string>;

export const findings = {
  reasonable_now: '1',
  complex: '2',
  no_legal_basis: '3',
} as const satisfies Record<Finding['kind'], string>;

export const grounds = {
  mistaken: '4',
  malicious: '5',
} as const satisfies Record<Extract<Claim, { kind: 'invalid' }>['grounds'], string>;

export const submissions = {
  rectified: '1',
  explained: '2',
} as const satisfies Record<Submission['result'], string>;

export const statuses = {
  opened: '0',
  dismissalAsked: '10',
  dismissalRefused: '12',
  rectifying: '20',
  hardshipAsked: '220',
  hardship: '221',
  hardshipRefused: '222',
  submitted: '30',
  returned: '31',
  closed: '90',
  dismissed: '91',
} as const;

/** 预警: 0 none, 1 yellow, 2 red. */
export const noWarning = '0';
export const warnings = {
  notify: undefined,
  remind: undefined,
  yellow: '1',
  red: '2',
  supervise: undefined,
  raise_city: undefined,
  accountability: undefined,
} as const satisfies Record<Rung, string | undefined>;

/** 提级: 1 supervision order, 2 raised to the city, 3 handed over for accountability. */
export const escalations = {
  notify: undefined,
  remind: undefined,
  yellow: undefined,
  red: undefined,
  supervise: '1',
  raise_city: '2',
  accountability: '3',
} as const satisfies Record<Rung, string | undefined>;

/** 流水的处理内容: the kind of step. Free text of staff never goes into the list. */
export const stepWords: Readonly<Record<TicketEventType, string>> = {
  opened: '派单',
  contacted: '回访',
  found: '核实',
  claimed: '提出申请',
  ruled: '审核',
  reviewed: '整改台账复核',
  transferred: '改派',
  submitted: '整改反馈',
  approved: '闭环审核通过',
  returned: '退回重办',
  appended: '追评',
  voided: '认定非申请人评价，不予采纳',
  urged: '催办',
  escalated: '预警督办',
  contact_overdue: '回访超期',
  overdue: '整改超期',
  review_overdue: '审核超期',
  hardship_review_due: '整改台账复核到期',
  review_raised: '审核超期督办',
  claim_lapsed: '申请超期未审核失效',
  recounted: '期限重新计算',
  // These are not reported on their own; see `isReportedStep`.
  transfer_asked: '申请改派',
  transfer_declined: '不同意改派',
  unmasked: '查看联系方式',
  province_step: '省级处理',
};
