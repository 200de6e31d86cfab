import { now } from '../../shared/clock.ts';
import type { Env, KeyEnv } from '../../shared/env.ts';
import { createSensitiveMatters } from '../../shared/sensitive-matters.ts';
import type { ShownDeps } from '../../shared/sensitive-matters.ts';
import { issuerReader, issuerStore } from '../../shared/store/access/issuer-store.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { createTable } from '../../shared/store/clients.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { claimStore } from '../../shared/store/pad/claim-store.ts';
import { padReader } from '../../shared/store/pad/store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { attemptStore } from '../../shared/store/rating/attempt-store.ts';
import { contestStore } from '../../shared/store/rating/contest-store.ts';
import { invitationStore } from '../../shared/store/rating/invitation-store.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { tryCounter } from '../../shared/store/rating/try-counter.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { createIntegratorDeps } from '../access/integrator-deps.ts';
import type { ContestDeps } from './contest/submit.ts';
import type { envs } from './env.ts';
import type { InvitationDeps } from './invite.ts';
import { createRatingKeys } from './proof/key-deps.ts';
import type { ClaimDeps } from './receipt/claim.ts';
import type { RatingDeps } from './receive-rating.ts';
import type { AttemptDeps } from './repeat/keep-attempt.ts';

/** Builds the dependencies of every function that stores a rating. */
export const createRatingDeps = (config: Env<typeof KeyEnv>): RatingDeps => {
  const table = createTable(config);
  return {
    now,
    ...createRatingKeys(table, config),
    cases: caseStore(table),
    ratings: ratingStore(table),
    tickets: ticketStore(table),
    registers: registerStore(table),
    rulebook: createRulebook(table, now),
  };
};

/** Of the functions that residents call, which keep what comes after a rating. */
export const createResidentDeps = (config: Env<typeof KeyEnv>): RatingDeps & AttemptDeps => {
  const table = createTable(config);
  return {
    ...createRatingDeps(config),
    attempts: attemptStore(table),
    tries: tryCounter(table),
  };
};

/** Of the functions over which residents contest a rating. */
export const createContestDeps = (config: Env<typeof KeyEnv>): ContestDeps => {
  const table = createTable(config);
  return {
    ...createResidentDeps(config),
    attempts: attemptStore(table),
    contests: contestStore(table),
  };
};

export const createClaimDeps = (config: Env<typeof KeyEnv>): ClaimDeps => {
  const table = createTable(config);
  return {
    ...createResidentDeps(config),
    issuers: issuerReader(table),
    pads: padReader(table),
    claims: claimStore(table),
  };
};

/** Of the functions that show residents what they rate. */
export const createShownDeps = (
  config: Env<typeof KeyEnv>,
): RatingDeps & AttemptDeps & ShownDeps => ({
  ...createResidentDeps(config),
  sensitive: createSensitiveMatters(registerStore(createTable(config)), now),
});

export const createInvitationDeps = (config: Env<typeof envs.integrator>): InvitationDeps => ({
  ...createIntegratorDeps(config),
  issuers: issuerStore(createTable(config)),
  invitations: invitationStore(createTable(config)),
  publicUrl: config.PUBLIC_URL.replace(/\/$/, ''),
});
