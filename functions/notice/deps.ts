import { newId, now } from '../../shared/clock.ts';
import type { Env } from '../../shared/env.ts';
import { httpOut } from '../../shared/http/http-out.ts';
import { openKeys, openTable } from '../../shared/store/clients.ts';
import { noticeStore } from '../../shared/store/notice/store.ts';
import { hookStore } from '../../shared/store/notice/webhook-store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { publish } from '../../shared/telemetry.ts';
import type { DeliverDeps } from './deliver.ts';
import type { envs } from './env.ts';

/** Inboxes, and the webhooks that notices go to besides. */
export const createNoticeDeps = (config: Env<typeof envs.staff>) => {
  const table = openTable(config);
  return {
    now,
    newId,
    notices: noticeStore(table),
    hooks: hookStore(table),
    keys: openKeys(table, config),
    allowLoopback: config.LOOPBACK_HOOKS === 'on',
    claimPrefix: config.CLAIM_PREFIX,
  };
};

export const createDeliverDeps = (config: Env<typeof envs.deliver>): DeliverDeps => {
  const table = openTable(config);
  return {
    now,
    publish,
    tickets: ticketStore(table),
    notices: noticeStore(table),
    hooks: hookStore(table),
    keys: openKeys(table, config),
    http: httpOut(),
    allowLoopback: config.LOOPBACK_HOOKS === 'on',
  };
};
