import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openTable } from '../../shared/store/clients.ts';
import { rulebook } from '../../shared/store/rulebook.ts';
import { openIntegratorDoor } from '../integrator/open-door.ts';
import { showCase } from './show.ts';

const config = configOf('case-show');
const rules = rulebook(openTable(config), now);
export const handler = httpEdge(showCase({ ...openIntegratorDoor(config), rulebook: rules }));
