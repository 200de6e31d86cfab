import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { noticeStore } from '../../shared/store/notice/store.ts';
import { hookStore } from '../../shared/store/notice/webhook-store.ts';
import { redeliver } from './redeliver.ts';

const config = configOf('webhook-redeliver');
const table = openTable(config);
const [hooks, notices] = [hookStore(table), noticeStore(table)];
export const handler = httpEdge(
  redeliver({ now, hooks, notices, claimPrefix: config.CLAIM_PREFIX }),
);
