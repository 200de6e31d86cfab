import { now } from '../../shared/clock.ts';
import type { Env } from '../../shared/env.ts';
import { createReportPublisher } from '../../shared/queue/report-publisher.ts';
import { createQueueTarget } from '../../shared/queue/send-batch.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { createKeyRing, createTable } from '../../shared/store/clients.ts';
import { centerCallStore } from '../../shared/store/exchange/callback-store.ts';
import { centerStore } from '../../shared/store/exchange/center-store.ts';
import { keptCallbackStore } from '../../shared/store/exchange/kept-callback-store.ts';
import { reportStore } from '../../shared/store/exchange/store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { publish } from '../../shared/telemetry.ts';
import { createProposeDeps } from '../access/propose-deps.ts';
import { createRatingKeys } from '../rating/proof/key-deps.ts';
import type { envs } from './env.ts';
import type { RetryDeps } from './kept/retry.ts';
import type { ResumeDeps } from './resume.ts';

/** Builds the dependencies of the staff functions of the exchange. */
export const createExchangeDeps = (config: Env<typeof envs.staff>) => {
  const table = createTable(config);
  return {
    ...createProposeDeps(table),
    keys: createKeyRing(table, config),
    cases: caseStore(table),
    ratings: ratingStore(table),
    tickets: ticketStore(table),
    reports: reportStore(table),
    center: centerStore(table),
    places: createPlaces(table, now),
    kept: keptCallbackStore(table),
    centerUrl: config.CENTER_URL,
  };
};

export const createResumeDeps = (config: Env<typeof envs.resume>): ResumeDeps & RetryDeps => {
  const table = createTable(config);
  return {
    now,
    publish,
    reports: reportStore(table),
    center: centerStore(table),
    ...createRatingKeys(table, config),
    cases: caseStore(table),
    ratings: ratingStore(table),
    registers: registerStore(table),
    tickets: ticketStore(table),
    rulebook: createRulebook(table, now),
    centerCalls: centerCallStore(table),
    kept: keptCallbackStore(table),
    calls: createReportPublisher(createQueueTarget(config.REPORT_QUEUE_URL)),
  };
};
