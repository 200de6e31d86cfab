import type { Audience, Words } from '../../events/contract.ts';

/** The stages of the loop, as the headings of their calls. */
export const stageNames: Readonly<Record<string, Words>> = {
  case: { zh: '办件', en: 'Cases' },
  rating: { zh: '评价', en: 'Ratings' },
  pad: { zh: '评价器', en: 'Pads' },
  ticket: { zh: '差评工单', en: 'Tickets' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  escalation: { zh: '预警督办', en: 'Escalation' },
  message: { zh: '短信', en: 'Messages' },
  notice: { zh: '通知', en: 'Notices' },
  calendar: { zh: '工作日历', en: 'Calendar' },
  policy: { zh: '规则', en: 'Policies' },
  figures: { zh: '统计', en: 'Figures' },
  exchange: { zh: '省平台对接', en: 'Exchange with the province' },
  reconciliation: { zh: '对账', en: 'Reconciliation' },
  period: { zh: '统计期', en: 'Periods' },
  bulletin: { zh: '通报', en: 'Bulletins' },
  oversight: { zh: '监督与清单', en: 'Oversight and registers' },
  access: { zh: '接入与复核', en: 'Access and approvals' },
  public: { zh: '公开数据', en: 'Open data' },
  docs: { zh: '文档', en: 'Documents' },
  page: { zh: '页面', en: 'Pages' },
};

/** The way of one case through the interface, by the call of each step. */
export const flow = [
  ['POST /v1/cases', { zh: '上报办件', en: 'report the case' }],
  ['POST /v1/invitations', { zh: '邀请评价', en: 'invite' }],
  ['POST /v1/ratings', { zh: '评价', en: 'rate' }],
  ['POST /v1/tickets/{id}/actions', { zh: '差评回访、核实、整改', en: 'contact and rectify' }],
  ['GET /v1/receipts/{receipt}', { zh: '查询进度', en: 'see the progress' }],
  ['POST /v1/receipts/{receipt}/append', { zh: '追评', en: 'rate again' }],
  ['GET /v1/figures', { zh: '统计', en: 'count' }],
] as const satisfies readonly (readonly [string, Words])[];

/** The call of the example of each caller. */
export const exampleCalls = {
  integrator: 'POST /v1/cases',
  resident: 'POST /v1/ratings',
  pad: 'POST /v1/pads/me/ratings',
  staff: 'GET /v1/tickets',
  public: 'GET /v1/open/scores',
} as const satisfies Record<Audience, string>;
