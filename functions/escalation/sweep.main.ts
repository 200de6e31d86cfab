import { createSweepDeps } from './deps.ts';
import { env } from './env.ts';
import { sweepDeadlines } from './sweep.ts';

export const handler = sweepDeadlines(createSweepDeps(env('sweep')));
