import { eachMessage } from '../../shared/queue/permanent.ts';
import { createRaiseDeps } from './deps.ts';
import { env } from './env.ts';
import { raiseEscalation } from './raise.ts';

export const handler = eachMessage(raiseEscalation(createRaiseDeps(env('raise'))));
