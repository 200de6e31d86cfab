import { eachMessage } from '../../shared/queue/permanent.ts';
import { deliverNotice } from './deliver.ts';
import { createDeliverDeps } from './deps.ts';
import { env } from './env.ts';

export const handler = eachMessage(deliverNotice(createDeliverDeps(env('deliver'))));
