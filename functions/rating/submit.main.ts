import { httpEdge } from '../../shared/http/edge.ts';
import { createResidentDeps } from './deps.ts';
import { env } from './env.ts';
import { submitRating } from './submit.ts';

export const handler = httpEdge(submitRating(createResidentDeps(env('submit'))));
