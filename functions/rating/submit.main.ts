import { httpEdge } from '../../shared/http/edge.ts';
import { createRatingDeps } from './deps.ts';
import { env } from './env.ts';
import { submitRating } from './submit.ts';

export const handler = httpEdge(submitRating(createRatingDeps(env('submit'))));
