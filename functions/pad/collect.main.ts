import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openRatingDoor } from '../rating/open-door.ts';
import { collectRatings } from './collect.ts';
import { openPadDoor } from './open-door.ts';

const config = configOf('pad-collect');
export const handler = httpEdge(
  collectRatings({ ...openRatingDoor(config), ...openPadDoor(config) }),
);
