import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import { overseePads } from './pads.ts';

const { CLAIM_PREFIX: claimPrefix, ...config } = configOf('oversight-pads');
export const handler = httpEdge(
  overseePads({ now, pads: padStore(openTable(config)), claimPrefix }),
);
