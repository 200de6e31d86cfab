import type { StaffHandler } from '../../../shared/http/staff.ts';
import { manageKeptCallbacks } from './kept.ts';
import { takeKeptCallback } from './take.ts';
import type { TakeDeps } from './take.ts';

/** The calls for callbacks of the center that could not be stored. */
export const keptRoutes = (deps: TakeDeps) => {
  const manage = manageKeptCallbacks(deps);
  return {
    'GET /v1/center/callbacks': manage,
    'GET /v1/center/callbacks/{id}': manage,
    'POST /v1/center/callbacks/{id}/settle': manage,
    'POST /v1/center/callbacks/{id}/take': takeKeptCallback(deps),
  } as const satisfies Readonly<Record<string, StaffHandler>>;
};
