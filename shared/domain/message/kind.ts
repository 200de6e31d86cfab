/** 短信: what a resident is told about their own case, by text message. */
export const messageKinds = [
  'invitation', // 邀请评价
  'invitation_reminder', // 邀请评价提醒
  'receipt', // 差评回执
  'entered', // 代为登记的评价的回执
  'receipt_again', // 补发回执
  'answered', // 整改反馈
  'extended', // 延长整改期限
  'hardship', // 列入整改台账
  'dismissed', // 差评申诉成立
  'follow_up_ending', // 追评即将截止
  'contest_received', // 评价异议已收到
  'contest_upheld', // 评价异议成立
  'contest_rejected', // 评价异议不成立
  'contest_neither', // 评价异议：两次评价均非申请人作出
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** The resident is put on the list of those whom the hotline calls: 12345 电话邀评. */
const call = 'call';

/** What is planned for a contact: a message, or a call. */
export const plannedKinds = [...messageKinds, call] as const;
export type PlannedKind = (typeof plannedKinds)[number];

/** Those about a contest: their mark is its number. */
export const contestKinds: readonly PlannedKind[] = [
  'contest_received',
  'contest_upheld',
  'contest_rejected',
  'contest_neither',
];

/** Those that first tell the applicant that there is a rating. */
export const firstKinds: readonly PlannedKind[] = ['receipt', 'entered'];

/** Those that ask for a rating; all others are about one that was given. */
export const invitingKinds: readonly PlannedKind[] = ['invitation', 'invitation_reminder', call];

export const isMessage = (kind: PlannedKind): kind is MessageKind => kind !== call;
