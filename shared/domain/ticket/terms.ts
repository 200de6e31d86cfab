/** The words of the ticket machine: states, and what staff record about their work. */

/** 整改工单的状态; `moves.table.ts` has every transition between them. */
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

export const contactWays = ['phone', 'sms', 'visit', 'online'] as const;
export const contactOutcomes = ['reached', 'no_answer', 'refused'] as const;

/** 核实类别 of 国办发〔2019〕51号: rectifiable at once, rectifiable over time, no legal basis. */
export const findingKinds = ['reasonable_now', 'complex', 'no_legal_basis'] as const;

/** 整改结果: the problem was rectified, or explained to the resident. */
export const submissionResults = ['rectified', 'explained'] as const;

/** What is in doubt about the time of a step that was made elsewhere. */
export const stepTimeDoubts = ['implausible_time', 'unreadable_time'] as const;
export type StepTimeDoubt = (typeof stepTimeDoubts)[number];
