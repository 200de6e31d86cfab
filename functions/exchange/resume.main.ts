import { createResumeDeps } from './deps.ts';
import { env } from './env.ts';
import { retryKeptCallbacks } from './kept/retry.ts';
import { resumeReports } from './resume.ts';

const deps = createResumeDeps(env('resume'));
const [resume, retry] = [resumeReports(deps), retryKeptCallbacks(deps)];

/** What fails in one direction of the exchange does not hold up the other. */
export const handler = async (): Promise<void> => {
  try {
    await resume();
  } finally {
    await retry();
  }
};
