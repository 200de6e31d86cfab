import { eachMessage } from '../../shared/queue/permanent.ts';
import { createRecountDeps } from './deps.ts';
import { env } from './env.ts';
import { consumeRecount } from './recount.ts';

export const handler = eachMessage(consumeRecount(createRecountDeps(env('recount'))));
