import { now } from '../../shared/clock.ts';
import type { Env, StaffEnv } from '../../shared/env.ts';
import { actLog } from '../../shared/store/access/act-log.ts';
import { integratorStore } from '../../shared/store/access/integrator-store.ts';
import { issuerStore } from '../../shared/store/access/issuer-store.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { createTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { webhookStore } from '../../shared/store/notice/webhook-store.ts';
import { auditStore } from '../../shared/store/oversight/audit-store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { claimStore } from '../../shared/store/pad/claim-store.ts';
import { pressStore } from '../../shared/store/pad/press-store.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { auditSource } from '../../shared/store/ticket/audit-source.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { createProposeDeps } from '../access/propose-deps.ts';
import type { envs } from './env.ts';

export const createOversightDeps = (config: Env<typeof StaffEnv>) => {
  const table = createTable(config);
  return {
    ...createProposeDeps(table),
    integrators: integratorStore(table),
    issuers: issuerStore(table),
    cases: caseStore(table),
    ratings: ratingStore(table),
    pads: padStore(table),
    claims: claimStore(table),
    presses: pressStore(table),
    webhooks: webhookStore(table),
    tickets: ticketStore(table),
    figures: figureStore(table),
    registers: registerStore(table),
    places: createPlaces(table, now),
    audits: auditStore(table),
  };
};

export const createVerifyDeps = (config: Env<typeof envs.verify>) => {
  const table = createTable(config);
  return {
    now,
    source: auditSource(table),
    acts: actLog(table),
    audits: auditStore(table),
    places: createPlaces(table, now),
  };
};
