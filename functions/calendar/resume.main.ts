import { createSpreadDeps } from './deps.ts';
import { env } from './env.ts';
import { resumeRecounts } from './resume.ts';

export const handler = resumeRecounts(createSpreadDeps(env('resume')));
