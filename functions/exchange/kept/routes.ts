import type { StaffHandler } from '../../../shared/http/staff.ts';
import { showKeptCallbacks } from './kept.ts';
import { settleKeptCallback } from './settle.ts';
import { takeKeptCallback } from './take.ts';
import type { TakeDeps } from './take.ts';

/** The calls for callbacks of the center that could not be stored. */
export const keptRoutes = (deps: TakeDeps) => {
  const show = showKeptCallbacks(deps);
  return {
    'GET /v1/center/callbacks': show,
    'GET /v1/center/callbacks/{id}': show,
    'POST /v1/center/callbacks/{id}/settle': settleKeptCallback(deps),
    'POST /v1/center/callbacks/{id}/take': takeKeptCallback(deps),
  } as const satisfies Readonly<Record<string, StaffHandler>>;
};
