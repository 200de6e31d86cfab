import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { periodStore } from '../../shared/store/period/store.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { buildPeriod } from './build.ts';

const config = configOf('report-build');
const [table, claimPrefix] = [openTable(config), config.CLAIM_PREFIX];
const [periods, figures] = [periodStore(table), figureStore(table)];
const rules = rulebook(table, now);
export const handler = httpEdge(
  buildPeriod({ now, periods, figures, rulebook: rules, claimPrefix }),
);
