import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSteering } from './player/steering.ts';

/** The instance that a scenario is played on. */
export interface Instance {
  readonly url: string;
  readonly isTemporary: boolean;
  close(): Promise<void>;
}

/** The address at which `npm start` listens with the same environment. */
const usualUrl = `http://127.0.0.1:${process.env['PORT'] || '8787'}`;

const isRunning = async (url: string): Promise<boolean> => {
  try {
    return (await openSteering(url)).now() > 0;
  } catch {
    // Nothing listens there, or something other than an instance.
    return false;
  }
};

const attachRunning = (url: string): Instance => ({
  url,
  isTemporary: false,
  close: () => Promise.resolve(),
});

const startTemporary = async (announce: (line: string) => void): Promise<Instance> => {
  const { ensureAssembly } = await import('../system/assembly.ts');
  const { bootLoop } = await import('../system/boot-loop.ts');
  const { townAccounts } = await import('./town/accounts.ts');
  const { runningClock } = await import('../engine/clock.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'haochaping-demo-'));
  const assembly = await ensureAssembly({ announce });
  const clock = runningClock();
  const system = await bootLoop({
    assembly,
    dataDir,
    clock,
    host: 'inProcess',
    accounts: townAccounts,
    messages: 'gateway',
  });
  return {
    url: system.url,
    isTemporary: true,
    close: async () => {
      await system.stop();
      clock.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** The instance at `url`. Without a url: the one at the usual address, else a temporary one. */
export const findInstance = async (
  url: string | undefined,
  announce: (line: string) => void,
): Promise<Instance> => {
  if (url !== undefined) {
    if (await isRunning(url)) return attachRunning(url);
    throw new Error(`nothing answers at ${url}/_local/clock; start one with: npm start`);
  }
  return (await isRunning(usualUrl)) ? attachRunning(usualUrl) : startTemporary(announce);
};
