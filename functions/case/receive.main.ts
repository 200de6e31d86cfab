import { httpEdge } from '../../shared/http/edge.ts';
import { createCaseDeps } from './deps.ts';
import { env } from './env.ts';
import { receiveCases } from './receive.ts';

export const handler = httpEdge(receiveCases(createCaseDeps(env('receive'))));
