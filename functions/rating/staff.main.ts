import { httpRoutes } from '../../shared/http/http-routes.ts';
import { awaitingEntries } from './entry/awaiting.ts';
import { confirmEntry } from './entry/confirm.ts';
import { createEntryDeps } from './entry/deps.ts';
import { enterRating } from './entry/enter.ts';
import { env } from './env.ts';

const deps = createEntryDeps(env('staff'));
export const handler = httpRoutes<'rating/staff'>({
  'POST /v1/entries': enterRating(deps),
  'GET /v1/entries': awaitingEntries(deps),
  'POST /v1/entries/{id}/confirm': confirmEntry(deps),
});
