import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { followReceipt } from './follow.ts';
import { openRatingDoor } from './open-door.ts';

export const handler = httpEdge(followReceipt(openRatingDoor(configOf('rating-follow'))));
