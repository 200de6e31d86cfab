import { createResumeDeps } from './deps.ts';
import { env } from './env.ts';
import { resumeReports } from './resume.ts';

export const handler = resumeReports(createResumeDeps(env('resume')));
