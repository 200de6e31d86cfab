import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openEvidenceDoor } from '../evidence/open-door.ts';
import { actOnTicket } from './act.ts';

export const handler = httpEdge(actOnTicket(openEvidenceDoor(configOf('ticket-act'))));
