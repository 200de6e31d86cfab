import { configOf } from '../../shared/config.ts';
import { openSpreadDoor } from './open-door.ts';
import { resumeRecounts } from './resume.ts';

export const handler = resumeRecounts(openSpreadDoor(configOf('calendar-resume')));
