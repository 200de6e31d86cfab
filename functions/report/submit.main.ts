import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openSubmitDoor } from './open-gateway-door.ts';
import { submitPeriod } from './submit.ts';

const config = configOf('report-submit');
const claimPrefix = config.CLAIM_PREFIX;
export const handler = httpEdge(submitPeriod({ ...openSubmitDoor(config), claimPrefix }));
