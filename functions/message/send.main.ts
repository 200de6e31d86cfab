import { eachMessage } from '../../shared/queue/permanent.ts';
import { env } from './env.ts';
import { createSendDeps } from './send-deps.ts';
import { sendMessages } from './send.ts';

export const handler = eachMessage(sendMessages(createSendDeps(env('send'))));
