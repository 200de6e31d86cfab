import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { openScores } from './scores.ts';

const table = openTable(configOf('open-scores'));
const [figures, rules] = [figureStore(table), rulebook(table, now)];
export const handler = httpEdge(openScores({ now, figures, rulebook: rules }));
