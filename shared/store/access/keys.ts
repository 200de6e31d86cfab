import type { ItemKey } from '../keys.ts';

export const integratorKey = (accessKey: string): ItemKey => ({
  pk: `INTEGRATOR#${accessKey}`,
  sk: 'INTEGRATOR',
});

export const integratorsList = 'INTEGRATORS';

export const approvalKey = (id: string): ItemKey => ({ pk: `APPROVAL#${id}`, sk: 'APPROVAL' });

/** Approvals that somebody still has to decide or to carry out, or those that ended. */
export const approvalsIn = (list: 'open' | 'ended'): string => `APPROVALS#${list}`;

export const replayKey = (mark: string): ItemKey => ({ pk: `REPLAY#${mark}`, sk: 'REPLAY' });
