/** `npm start` in a separate process, until it prints the ready line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

import { watchFamily } from './family.ts';

export interface StartOptions {
  /** The project, or a copy of it. */
  readonly root: string;
  readonly dataDir: string;
  readonly seed: 'none' | 'town';
}

export interface StartCost {
  /** Seconds until the ready line. */
  readonly wall: number;
  /** Seconds of CPU time until then, of the process and its descendants; only on Linux. */
  readonly cpu: number | undefined;
}

class NeverReady extends Error {}

const limitMs = 600_000;

/** The script in `package.json`, without npm: the CPU time of npm is not measured. */
const scriptOf = (root: string): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').slice(1);
};

const startOf = ({ root, dataDir, seed }: StartOptions) =>
  spawn(process.execPath, scriptOf(root), {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', SEED: seed },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
  });

/** Starts the process, waits until it is ready, stops it and waits for its end. */
export const measureStart = async (options: StartOptions): Promise<StartCost> => {
  const began = performance.now();
  const child = startOf(options);
  const family = watchFamily(child.pid ?? 0);
  const abandon = () => void child.kill('SIGKILL');
  process.once('exit', abandon);
  const ended = once(child, 'exit').finally(() => process.off('exit', abandon));
  const complaints = text(child.stderr);
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('ready ')) continue;
    const cost = { wall: (performance.now() - began) / 1000, cpu: family.seconds() };
    family.stop();
    child.kill('SIGTERM');
    child.stdout.resume();
    await ended;
    return cost;
  }
  family.stop();
  throw new NeverReady(`npm start ended before it was ready: ${await complaints}`);
};
