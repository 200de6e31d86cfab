import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { enterRating } from './enter.ts';
import { openEntryDoor } from './open-entry-door.ts';

export const handler = httpEdge(enterRating(openEntryDoor(configOf('rating-enter'))));
