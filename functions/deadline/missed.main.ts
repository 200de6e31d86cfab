import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { watchStore } from '../../shared/store/escalation/watch-store.ts';
import { showMissed } from './missed.ts';

const config = configOf('deadline-missed');
const results = watchStore(openTable(config));
export const handler = httpEdge(showMissed({ results, claimPrefix: config.CLAIM_PREFIX }));
