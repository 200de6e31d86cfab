import type { RequestedNotice } from '../notice/notice.ts';
import type { Rung } from '../policy/policy.ts';

/**
 * The recipients of the notices when a rung fires. The first rung of round 2 says that it is round
 * 2.
 */
export const ladderNotices = {
  notify: [{ type: 'ticket_opened', to: 'department' }],
  remind: [{ type: 'remind', to: 'department' }],
  yellow: [{ type: 'yellow', to: 'department' }],
  red: [
    { type: 'red', to: 'department' },
    { type: 'red', to: 'supervisor' },
  ],
  supervise: [
    { type: 'supervise', to: 'department' },
    { type: 'supervise', to: 'supervisor' },
  ],
  raise_city: [
    { type: 'raise_city', to: 'department' },
    { type: 'raise_city', to: 'supervisor' },
    { type: 'raise_city', to: 'city' },
  ],
  accountability: [
    { type: 'accountability', to: 'department' },
    { type: 'accountability', to: 'city' },
    { type: 'accountability', to: 'accountability' },
  ],
} as const satisfies Record<Rung, readonly RequestedNotice[]>;

export const roundTwoNotices = [
  { type: 'round_two', to: 'department' },
  { type: 'round_two', to: 'supervisor' },
] as const satisfies readonly RequestedNotice[];
