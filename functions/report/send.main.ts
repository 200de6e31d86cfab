import { configOf } from '../../shared/config.ts';
import { eachInOrder } from '../../shared/queue/in-order.ts';
import { openSendDoor } from './open-send-door.ts';
import { sendReports } from './send.ts';

export const handler = eachInOrder(sendReports(openSendDoor(configOf('report-send'))));
