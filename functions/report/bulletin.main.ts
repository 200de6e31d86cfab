import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { showBulletin } from './bulletin.ts';

const config = configOf('report-bulletin');
const [table, claimPrefix] = [openTable(config), config.CLAIM_PREFIX];
const stores = { figures: figureStore(table), registers: registerStore(table) };
const rules = rulebook(table, now);
export const handler = httpEdge(showBulletin({ now, ...stores, rulebook: rules, claimPrefix }));
