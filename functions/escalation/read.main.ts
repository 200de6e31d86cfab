import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { noticeStore } from '../../shared/store/notice/store.ts';
import { markRead } from './read.ts';

const config = configOf('escalation-read');
const notices = noticeStore(openTable(config));
export const handler = httpEdge(markRead({ now, notices, claimPrefix: config.CLAIM_PREFIX }));
