import { now } from '../../shared/clock.ts';
import type { Env, KeyEnv } from '../../shared/env.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { createKeyRing, createTable } from '../../shared/store/clients.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { invitationStore } from '../../shared/store/rating/invitation-store.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { createIntegratorDeps } from '../access/integrator-deps.ts';
import type { envs } from './env.ts';
import type { InvitationDeps } from './invite.ts';
import type { RatingDeps } from './receive-rating.ts';

/** Builds the dependencies of every function that stores a rating. */
export const createRatingDeps = (config: Env<typeof KeyEnv>): RatingDeps => {
  const table = createTable(config);
  return {
    now,
    keys: createKeyRing(table, config),
    cases: caseStore(table),
    ratings: ratingStore(table),
    tickets: ticketStore(table),
    registers: registerStore(table),
    rulebook: createRulebook(table, now),
  };
};

export const createInvitationDeps = (config: Env<typeof envs.integrator>): InvitationDeps => ({
  ...createIntegratorDeps(config),
  invitations: invitationStore(createTable(config)),
  publicUrl: config.PUBLIC_URL.replace(/\/$/, ''),
});
