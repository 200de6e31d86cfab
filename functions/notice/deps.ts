import { now } from '../../shared/clock.ts';
import type { Env } from '../../shared/env.ts';
import { guardedHttpOut } from '../../shared/http/notice/guarded-http-out.ts';
import { lookUpAddresses } from '../../shared/http/notice/host-addresses.ts';
import { isLoopbackAddress, isPublicAddress } from '../../shared/http/notice/public-address.ts';
import { approvalStore } from '../../shared/store/access/approval-store.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { createKeyRing, createTable } from '../../shared/store/clients.ts';
import { ticketFiles } from '../../shared/store/evidence/ticket-files.ts';
import { keptCallbackStore } from '../../shared/store/exchange/kept-callback-store.ts';
import { noticeStore } from '../../shared/store/notice/store.ts';
import { webhookStore } from '../../shared/store/notice/webhook-store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { pressStore } from '../../shared/store/pad/press-store.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import { contestStore } from '../../shared/store/rating/contest-store.ts';
import { entryStore } from '../../shared/store/rating/entry-store.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { differenceStore } from '../../shared/store/reconciliation/difference-store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { publish } from '../../shared/telemetry.ts';
import { createProposeDeps } from '../access/propose-deps.ts';
import type { DeliverDeps } from './deliver.ts';
import type { envs } from './env.ts';

/** Builds the dependencies of inboxes and of the webhooks that also receive notices. */
export const createNoticeDeps = (config: Env<typeof envs.staff>) => {
  const table = createTable(config);
  return {
    ...createProposeDeps(table),
    notices: noticeStore(table),
    contests: contestStore(table),
    ratings: ratingStore(table),
    tickets: ticketStore(table),
    cases: caseStore(table),
    evidence: ticketFiles(table),
    webhooks: webhookStore(table),
    registers: registerStore(table),
    places: createPlaces(table, now),
    keys: createKeyRing(table, config),
    addressesOf: lookUpAddresses,
    allowLoopback: config.LOOPBACK_WEBHOOKS === 'on',
  };
};

export const createDeliverDeps = (config: Env<typeof envs.deliver>): DeliverDeps => {
  const table = createTable(config);
  const allowLoopback = config.LOOPBACK_WEBHOOKS === 'on';
  const isAllowed = (address: string) =>
    isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));
  return {
    now,
    publish,
    approvals: approvalStore(table),
    contests: contestStore(table),
    entries: entryStore(table),
    pads: padStore(table),
    presses: pressStore(table),
    kept: keptCallbackStore(table),
    differences: differenceStore(table),
    tickets: ticketStore(table),
    notices: noticeStore(table),
    webhooks: webhookStore(table),
    keys: createKeyRing(table, config),
    http: guardedHttpOut({ addressesOf: lookUpAddresses, isAllowed }),
    allowLoopback,
  };
};
