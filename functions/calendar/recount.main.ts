import { eachMessage } from '../../shared/queue/permanent.ts';
import { createRecountDeps } from './deps.ts';
import { env } from './env.ts';
import { recount } from './recount.ts';

export const handler = eachMessage(recount(createRecountDeps(env('recount'))));
