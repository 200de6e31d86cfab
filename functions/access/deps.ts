import { now } from '../../shared/clock.ts';
import type { Env } from '../../shared/env.ts';
import { createRecountPublisher } from '../../shared/queue/recount-publisher.ts';
import { createQueueTarget } from '../../shared/queue/send-batch.ts';
import { actLog } from '../../shared/store/access/act-log.ts';
import { integratorStore } from '../../shared/store/access/integrator-store.ts';
import { issuerStore } from '../../shared/store/access/issuer-store.ts';
import { calendarStore } from '../../shared/store/calendar/store.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { createRootKeyRing, createTable } from '../../shared/store/clients.ts';
import { ticketFiles } from '../../shared/store/evidence/ticket-files.ts';
import { centerCallStore } from '../../shared/store/exchange/callback-store.ts';
import { centerStore } from '../../shared/store/exchange/center-store.ts';
import { keptCallbackStore } from '../../shared/store/exchange/kept-callback-store.ts';
import { webhookStore } from '../../shared/store/notice/webhook-store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { pressStore } from '../../shared/store/pad/press-store.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import { policyStore } from '../../shared/store/policy/store.ts';
import { contestStore } from '../../shared/store/rating/contest-store.ts';
import { periodKeys } from '../../shared/store/rating/period-keys.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import type { envs } from './env.ts';
import { createProposeDeps } from './propose-deps.ts';

/**
 * Builds the dependencies of admission and of every act that two persons decide. Admission comes
 * first in a new system, so it creates the first data key.
 */
export const createAccessDeps = (config: Env<typeof envs.staff>) => {
  const table = createTable(config);
  const keys = createRootKeyRing(table, config);
  return {
    ...createProposeDeps(table),
    keys,
    periodKeys: periodKeys(table, keys),
    acts: actLog(table),
    integrators: integratorStore(table),
    issuers: issuerStore(table),
    cases: caseStore(table),
    ratings: ratingStore(table),
    contests: contestStore(table),
    evidence: ticketFiles(table),
    tickets: ticketStore(table),
    pads: padStore(table),
    presses: pressStore(table),
    webhooks: webhookStore(table),
    center: centerStore(table),
    centerCalls: centerCallStore(table),
    kept: keptCallbackStore(table),
    calendars: calendarStore(table),
    policies: policyStore(table),
    registers: registerStore(table),
    places: createPlaces(table, now),
    recounts: createRecountPublisher(createQueueTarget(config.RECOUNT_QUEUE_URL)),
  };
};
