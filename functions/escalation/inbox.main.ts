import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { noticeStore } from '../../shared/store/notice/store.ts';
import { readInbox } from './inbox.ts';

const config = configOf('escalation-inbox');
const notices = noticeStore(openTable(config));
export const handler = httpEdge(readInbox({ notices, claimPrefix: config.CLAIM_PREFIX }));
