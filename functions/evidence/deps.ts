import { now } from '../../shared/clock.ts';
import type { Env } from '../../shared/env.ts';
import { createTable } from '../../shared/store/clients.ts';
import { createBucket } from '../../shared/store/evidence/bucket.ts';
import { evidenceStore } from '../../shared/store/evidence/store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { createRatingDeps } from '../rating/deps.ts';
import type { ActionDeps } from '../ticket/act.ts';
import type { ListTicketsDeps } from '../ticket/list.ts';
import type { envs } from './env.ts';

/** Builds the dependencies of every function that signs file URLs or checks uploads. */
export const createEvidenceDeps = (
  config: Env<typeof envs.staff>,
): ActionDeps & ListTicketsDeps => ({
  ...createRatingDeps(config),
  registers: registerStore(createTable(config)),
  places: createPlaces(createTable(config), now),
  evidence: evidenceStore(createTable(config), createBucket(config)),
});
