import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { loadYear } from './load.ts';
import { openSpreadDoor } from './open-door.ts';

const config = configOf('calendar-load');
const claimPrefix = config.CLAIM_PREFIX;
export const handler = httpEdge(loadYear({ ...openSpreadDoor(config), claimPrefix }));
