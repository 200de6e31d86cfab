import type { CenterOperation } from '../center-answer.ts';

/**
 * The path of each call, relative to the center's address. RECONSTRUCTION: no public document names
 * them.
 */
export const centerPaths = {
  service: '/affair/service',
  finish: '/affair/finish',
  rating: '/evaluation/report',
  step: '/rectification/report',
  withdraw: '/record/withdraw',
  period: '/period/submit',
  reconcile_counts: '/reconcile/counts',
  reconcile_records: '/reconcile/records',
  message: '/message/sendMessage',
} as const satisfies Record<CenterOperation, string>;
