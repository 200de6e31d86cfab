import type { PadDeps } from '../ports.ts';
import type { Database } from '../queue/database.ts';
import { probeStorage } from '../queue/probe.ts';
import type { Check } from '../view.ts';

const advice = (isThere: boolean): Check['result'] => (isThere ? 'ok' : 'advice');

const orFalse = async (ask: Promise<boolean>): Promise<boolean> => {
  try {
    return await ask;
  } catch {
    return false;
  }
};

/**
 * What an enrolment looks at before a code can be entered. Browsers usually refuse `persist` to a
 * page that they do not know yet, and a pad works without it.
 */
export const checkPad = async (
  database: Database,
  deps: Pick<PadDeps, 'crypto' | 'surroundings'>,
): Promise<readonly Check[]> => {
  const { surroundings } = deps;
  const isStoring = await probeStorage(database, deps);
  return [
    { name: 'secure', result: surroundings.isSecure ? 'ok' : 'failed' },
    { name: 'database', result: isStoring ? 'ok' : 'failed' },
    { name: 'persist', result: advice(await orFalse(surroundings.persist())) },
    { name: 'worker', result: advice(await orFalse(surroundings.hasWorker())) },
    { name: 'fullscreen', result: advice(surroundings.isFullscreen()) },
  ];
};
