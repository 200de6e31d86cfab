import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openRatingDoor } from './open-door.ts';
import { presentInvitation } from './present.ts';

export const handler = httpEdge(presentInvitation(openRatingDoor(configOf('rating-present'))));
