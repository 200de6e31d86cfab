import { now } from '../../shared/clock.ts';
import type { Env, KeyEnv, StaffEnv } from '../../shared/env.ts';
import { createDuePublisher } from '../../shared/queue/due-publisher.ts';
import { createQueueTarget } from '../../shared/queue/send-batch.ts';
import { createSensitiveMatters } from '../../shared/sensitive-matters.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { createKeyRing, createTable } from '../../shared/store/clients.ts';
import { messageStore } from '../../shared/store/message/store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { contestStore } from '../../shared/store/rating/contest-store.ts';
import { invitationStore } from '../../shared/store/rating/invitation-store.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import type { Table } from '../../shared/store/table.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { publish } from '../../shared/telemetry.ts';
import { createIntegratorDeps } from '../access/integrator-deps.ts';
import type { CallListDeps } from './call-list.ts';
import type { envs } from './env.ts';
import type { OptOutDeps } from './opt-out.ts';
import type { ReceiptsDeps } from './receive-receipts.ts';
import type { ResendDeps } from './resend.ts';

/** Builds what every function reads that decides about a message. */
export const createDossierDeps = (table: Table) => ({
  now,
  cases: caseStore(table),
  ratings: ratingStore(table),
  contests: contestStore(table),
  tickets: ticketStore(table),
  invitations: invitationStore(table),
  messages: messageStore(table),
  sensitive: createSensitiveMatters(registerStore(table), now),
});

export const createPublicDeps = (config: Env<typeof envs.public>): OptOutDeps & ResendDeps => {
  const table = createTable(config);
  const queue = createQueueTarget(config.MESSAGE_QUEUE_URL);
  return {
    now,
    keys: createKeyRing(table, config),
    cases: caseStore(table),
    messages: messageStore(table),
    messageCalls: createDuePublisher({ ...queue, now, member: 'messageId' }),
  };
};

export const createReceiptsDeps = (config: Env<typeof KeyEnv>): ReceiptsDeps => ({
  ...createIntegratorDeps(config),
  publish,
  messages: messageStore(createTable(config)),
});

export const createCallListDeps = (config: Env<typeof StaffEnv>): CallListDeps => {
  const table = createTable(config);
  return { ...createDossierDeps(table), places: createPlaces(table, now) };
};
