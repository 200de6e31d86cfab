import { configOf } from '../../shared/config.ts';
import { eachMessage } from '../../shared/queue/permanent.ts';
import { deliverNotice } from './deliver.ts';
import { openDeliverDoor } from './open-deliver-door.ts';

export const handler = eachMessage(deliverNotice(openDeliverDoor(configOf('escalation-deliver'))));
