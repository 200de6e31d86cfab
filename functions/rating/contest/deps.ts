import { now } from '../../../shared/clock.ts';
import type { Env, StaffKeyEnv } from '../../../shared/env.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import { createTable } from '../../../shared/store/clients.ts';
import { ticketFiles } from '../../../shared/store/evidence/ticket-files.ts';
import { createPlaces } from '../../../shared/store/oversight/places.ts';
import { attemptStore } from '../../../shared/store/rating/attempt-store.ts';
import { contestStore } from '../../../shared/store/rating/contest-store.ts';
import { createProposeDeps } from '../../access/propose-deps.ts';
import { createRatingDeps } from '../deps.ts';
import type { ReviewDeps } from './review.ts';

export const createReviewDeps = (config: Env<typeof StaffKeyEnv>): ReviewDeps & ProposeDeps => {
  const table = createTable(config);
  return {
    ...createRatingDeps(config),
    ...createProposeDeps(table),
    attempts: attemptStore(table),
    contests: contestStore(table),
    evidence: ticketFiles(table),
    places: createPlaces(table, now),
  };
};
