import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { awaitingEntries } from './awaiting.ts';
import { openEntryDoor } from './open-entry-door.ts';

export const handler = httpEdge(awaitingEntries(openEntryDoor(configOf('rating-awaiting'))));
