import { eachInOrder } from '../../shared/queue/in-order.ts';
import { env } from './env.ts';
import { createSendDeps } from './send-deps.ts';
import { sendReports } from './send.ts';

export const handler = eachInOrder(sendReports(createSendDeps(env('send'))));
