import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import { proposeSettlement } from '../settle/propose.ts';
import { proposeTakeUp } from './propose.ts';
import type { TakeUpDeps } from './propose.ts';

/** The calls for what a pad sent and could not be stored as a rating. */
export const takeUpRoutes = (deps: TakeUpDeps & ProposeDeps) =>
  ({
    'POST /v1/pads/{padId}/take-up': proposeTakeUp(deps),
    'POST /v1/pads/{padId}/settle': proposeSettlement(deps),
  }) as const satisfies Readonly<Record<string, StaffHandler>>;
