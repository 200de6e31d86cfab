import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { appendRating } from './append.ts';
import { openRatingDoor } from './open-door.ts';

export const handler = httpEdge(appendRating(openRatingDoor(configOf('rating-append'))));
