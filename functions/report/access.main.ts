import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openKeys, openTable } from '../../shared/store/clients.ts';
import { centerStore } from '../../shared/store/exchange/center-store.ts';
import { centerAccess } from './access.ts';

const config = configOf('report-access');
const table = openTable(config);
const [center, keys] = [centerStore(table), openKeys(table, config)];
const [claimPrefix, centerUrl] = [config.CLAIM_PREFIX, config.CENTER_URL];
export const handler = httpEdge(centerAccess({ now, center, keys, centerUrl, claimPrefix }));
