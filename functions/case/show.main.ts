import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { shippedRules } from '../../shared/rules.ts';
import { openIntegratorDoor } from '../integrator/open-door.ts';
import { showCase } from './show.ts';

const { calendar } = shippedRules.timetable;
export const handler = httpEdge(
  showCase({ ...openIntegratorDoor(configOf('case-show')), calendar }),
);
