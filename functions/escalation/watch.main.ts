import { createWatchDeps } from './deps.ts';
import { env } from './env.ts';
import { watchDeadlines } from './watch.ts';

export const handler = watchDeadlines(createWatchDeps(env('watch')));
