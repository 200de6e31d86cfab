import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openRatingDoor } from './open-door.ts';
import { submitRating } from './submit.ts';

export const handler = httpEdge(submitRating(openRatingDoor(configOf('rating-submit'))));
