import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openRatingDoor } from '../rating/open-door.ts';
import { currentContact } from './current.ts';
import { openPadDoor } from './open-door.ts';

const config = configOf('pad-current');
export const handler = httpEdge(
  currentContact({ ...openRatingDoor(config), ...openPadDoor(config) }),
);
