import { now } from '../../../shared/clock.ts';
import { integratorStore } from '../../../shared/store/access/integrator-store.ts';
import { replayGuard } from '../../../shared/store/access/replay-guard.ts';
import { caseStore } from '../../../shared/store/case/store.ts';
import { createTable } from '../../../shared/store/clients.ts';
import { centerCallStore } from '../../../shared/store/exchange/callback-store.ts';
import { keptCallbackStore } from '../../../shared/store/exchange/kept-callback-store.ts';
import { registerStore } from '../../../shared/store/oversight/register-store.ts';
import { createRulebook } from '../../../shared/store/policy/rulebook.ts';
import { ratingStore } from '../../../shared/store/rating/store.ts';
import { ticketStore } from '../../../shared/store/ticket/store.ts';
import { createRatingKeys } from '../../rating/proof/key-deps.ts';
import type { CallbackDeps } from './callback.ts';

/**
 * Builds the dependencies of callbacks: signature checks as for an integrator, and everything that
 * storing a rating needs.
 */
export const createCallbackDeps = (config: {
  TABLE_NAME: string;
  FIELD_KEY_ARN: string;
}): CallbackDeps => {
  const table = createTable(config);
  return {
    now,
    ...createRatingKeys(table, config),
    replay: replayGuard(table),
    integrators: integratorStore(table),
    cases: caseStore(table),
    ratings: ratingStore(table),
    tickets: ticketStore(table),
    registers: registerStore(table),
    rulebook: createRulebook(table, now),
    centerCalls: centerCallStore(table),
    kept: keptCallbackStore(table),
  };
};
