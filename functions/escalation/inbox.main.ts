import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { inbox } from '../../shared/store/inbox.ts';
import { readInbox } from './inbox.ts';

const config = configOf('escalation-inbox');
const departments = inbox(openTable(config));
export const handler = httpEdge(
  readInbox({ inbox: departments, claimPrefix: config.CLAIM_PREFIX }),
);
