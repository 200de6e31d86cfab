import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { confirmEntry } from './confirm.ts';
import { openEntryDoor } from './open-entry-door.ts';

export const handler = httpEdge(confirmEntry(openEntryDoor(configOf('rating-confirm'))));
