import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { periodStore } from '../../shared/store/period/store.ts';
import { readPeriods } from './period.ts';

const config = configOf('report-period');
const periods = periodStore(openTable(config));
export const handler = httpEdge(readPeriods({ periods, claimPrefix: config.CLAIM_PREFIX }));
