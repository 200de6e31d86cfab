import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

interface Serving {
  readonly url: string;
}

/** A loop in a separate process with a fixed clock at `at`, which is killed during its work. */
export interface KilledLoop {
  /**
   * Moves its clock there, which starts sweep and consumers, lets them work for `ms` of real time
   * and kills the process at an arbitrary point.
   */
  moveAndKill(moment: string, ms: number): Promise<void>;
}

export const startKilledLoop = async (dataDir: string, at: string): Promise<KilledLoop> => {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [dataDir, at], { execArgv: [] });
  const { url } = await new Promise<Serving>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Serving));
    child.once('exit', (code) => reject(new Error(`the loop ended with code ${code}`)));
  });
  return {
    async moveAndKill(moment, ms) {
      const dead = once(child, 'exit');
      const set = await fetch(`${url}/_local/clock`, {
        method: 'POST',
        body: JSON.stringify({ set: moment }),
      });
      if (!set.ok) throw new Error(`the clock was not moved: ${set.status}`);
      await sleep(ms);
      child.kill('SIGKILL');
      await dead;
    },
  };
};
