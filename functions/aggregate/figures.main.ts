import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { showFigures } from './figures.ts';

const config = configOf('aggregate-figures');
const [table, claimPrefix] = [openTable(config), config.CLAIM_PREFIX];
const [figures, rules] = [figureStore(table), rulebook(table, now)];
export const handler = httpEdge(showFigures({ now, figures, rulebook: rules, claimPrefix }));
