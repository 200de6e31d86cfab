import { now } from '../../shared/clock.ts';
import type { ConfigOf } from '../../shared/config.ts';
import { httpOut } from '../../shared/http/http-out.ts';
import { openKeys, openTable } from '../../shared/store/clients.ts';
import { noticeStore } from '../../shared/store/notice/store.ts';
import { hookStore } from '../../shared/store/notice/webhook-store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { publish } from '../../shared/telemetry.ts';
import type { DeliverDoor } from './deliver.ts';

export const openDeliverDoor = (config: ConfigOf<'escalation-deliver'>): DeliverDoor => {
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
