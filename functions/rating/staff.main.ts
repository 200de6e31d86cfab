import { staffRoutes } from '../../shared/http/staff-routes.ts';
import { createStaffGate } from '../access/gate-deps.ts';
import { createReviewDeps } from './contest/deps.ts';
import { contestRoutes } from './contest/routes.ts';
import { awaitingEntries } from './entry/awaiting.ts';
import { confirmEntry } from './entry/confirm.ts';
import { createEntryDeps } from './entry/deps.ts';
import { enterRating } from './entry/enter.ts';
import { showEntry } from './entry/show.ts';
import { env } from './env.ts';

const config = env('staff');
const deps = createEntryDeps(config);
export const handler = staffRoutes<'rating/staff'>(createStaffGate(config), {
  'POST /v1/entries': enterRating(deps),
  'GET /v1/entries': awaitingEntries(deps),
  'GET /v1/entries/{id}': showEntry(deps),
  'POST /v1/entries/{id}/confirm': confirmEntry(deps),
  ...contestRoutes(createReviewDeps(config)),
});
