import type { TicketBoxKind } from '../../../../shared/domain/notice/notice.ts';
import type { Rung } from '../../../../shared/domain/policy/policy.ts';

/** The name of each rung and the inboxes that its notice reaches. */
export const rungWords = {
  notify: { zh: '派单', boxes: ['department'] },
  remind: { zh: '催办', boxes: ['department'] },
  yellow: { zh: '黄灯', boxes: ['department'] },
  red: { zh: '红灯', boxes: ['department', 'supervisor'] },
  supervise: { zh: '督办', boxes: ['department', 'supervisor'] },
  raise_city: { zh: '提级', boxes: ['department', 'supervisor', 'city'] },
  accountability: { zh: '效能问责', boxes: ['department', 'city', 'accountability'] },
} as const satisfies Record<Rung, { zh: string; boxes: readonly TicketBoxKind[] }>;

/** The account that reads an inbox, and what it asks for. */
export const inboxes = {
  department: { zh: '部门', by: 'handler-yuecheng-shichang', query: { box: 'department' } },
  reviewer: { zh: '区复核', by: 'reviewer', query: { box: 'reviewer', area: '330602' } },
  supervisor: { zh: '区督办', by: 'supervisor-yuecheng', query: { box: 'area' } },
  city: { zh: '市级', by: 'supervisor-city', query: { box: 'city' } },
  accountability: { zh: '问责', by: 'supervisor-city', query: { box: 'accountability' } },
} as const satisfies Record<TicketBoxKind, { zh: string; by: string; query: object }>;
