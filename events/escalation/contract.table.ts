import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';

export const escalationOperations = [
  {
    on: 'GET /v1/escalations/watch',
    id: 'showMissedEscalations',
    to: 'escalation/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '应提级未提级监测', en: 'Show missed escalations' },
    description: {
      zh: '每小时独立复核一次：按工单应预警、督办或提级而未触发的情形。目标值始终为 0。',
      en: 'Checked every hour against the tickets themselves: escalations that were due and did not fire. The target is always 0.',
    },
    answers: [
      {
        status: 200,
        words: { zh: '监测结果', en: 'The results of the checks' },
        content: {
          schema: 'WatchView',
          example: {
            missedEver: 0,
            results: [
              {
                at: '2026-12-14T09:00:00.000+08:00',
                openTickets: 174,
                late: 0,
                missed: 0,
                found: [],
                missedEver: 0,
                pendingCalendar: 3,
                oldestDueAt: null,
              },
            ],
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['out_of_scope']),
  },
] as const satisfies readonly Operation[];
