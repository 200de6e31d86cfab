import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openOutboxDoor } from './open-outbox-door.ts';
import { reportOutbox } from './outbox.ts';

export const handler = httpEdge(reportOutbox(openOutboxDoor(configOf('report-outbox'))));
