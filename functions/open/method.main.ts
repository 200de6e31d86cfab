import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { showMethod } from './method.ts';

const table = openTable(configOf('open-method'));
export const handler = httpEdge(showMethod({ rulebook: rulebook(table, now) }));
