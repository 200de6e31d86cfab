import type { BoxKind } from '../../../../shared/domain/notice/notice.ts';
import type { Rung } from '../../../../shared/domain/policy/policy.ts';

/** What each rung is called, and whose inboxes it has to reach. */
export const rungWords = {
  notify: { zh: '派单', boxes: ['department'] },
  remind: { zh: '催办', boxes: ['department'] },
  yellow: { zh: '黄灯', boxes: ['department'] },
  red: { zh: '红灯', boxes: ['department', 'supervisor'] },
  supervise: { zh: '督办', boxes: ['department', 'supervisor'] },
  raise_city: { zh: '提级', boxes: ['department', 'supervisor', 'city'] },
  accountability: { zh: '效能问责', boxes: ['department', 'city', 'accountability'] },
} as const satisfies Record<Rung, { zh: string; boxes: readonly BoxKind[] }>;

/** Who opens which inbox, and how it is asked for. */
export const boxDoors = {
  department: { zh: '部门', by: 'handler-yuecheng-shichang', query: 'box=department' },
  supervisor: { zh: '区督办', by: 'supervisor-yuecheng', query: 'box=area' },
  city: { zh: '市级', by: 'supervisor-city', query: 'box=city' },
  accountability: { zh: '问责', by: 'supervisor-city', query: 'box=accountability' },
} as const satisfies Record<BoxKind, { zh: string; by: string; query: string }>;

export const boxKindsShown = ['department', 'supervisor', 'city', 'accountability'] as const;
