import { httpEdge } from '../../shared/http/edge.ts';
import { collectRatings } from './collect.ts';
import { createCollectDeps } from './deps.ts';
import { env } from './env.ts';

export const handler = httpEdge(collectRatings(createCollectDeps(env('collect'))));
