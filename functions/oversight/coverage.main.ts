import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { showCoverage } from './coverage.ts';

const { CLAIM_PREFIX: claimPrefix, ...config } = configOf('oversight-coverage');
const table = openTable(config);
const stores = { figures: figureStore(table), registers: registerStore(table) };
export const handler = httpEdge(showCoverage({ now, ...stores, claimPrefix }));
