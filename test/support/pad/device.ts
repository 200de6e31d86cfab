/** A device with a pad: Chromium with a profile of its own, from which the power can be cut. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

import { browserFlags, browserPath } from '../browser.ts';
import { newDirectory } from '../new-directory.ts';

export interface Device {
  /** All that the browser keeps on its disk. */
  readonly profile: string;
  /** Switches it on; returns its only page, empty. */
  start(): Promise<Page>;
  /** SIGKILL to all processes of the browser: nothing is flushed, nothing is said. */
  kill(): Promise<void>;
}

/** The browser writes its port there, and the path of its socket. */
const endpointFile = 'DevToolsActivePort';

const endpointOf = async (profile: string): Promise<string> => {
  const startedAt = performance.now();
  for (;;) {
    const text = await readFile(join(profile, endpointFile), 'utf8').catch(() => '');
    const [port, path] = text.split('\n');
    if (path) return `ws://127.0.0.1:${port}${path}`;
    if (performance.now() - startedAt > 30_000) throw new Error('Chromium names no port');
    await sleep(20);
  }
};

interface Running {
  readonly process: ChildProcess;
  readonly browser: Browser;
}

const startBrowser = async (profile: string): Promise<Running> => {
  await rm(join(profile, endpointFile), { force: true });
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const process = spawn(await browserPath(), [...browserFlags, ...flags, 'about:blank'], {
    // A group of its own, which is killed as one.
    detached: true,
    stdio: 'ignore',
  });
  return { process, browser: await chromium.connectOverCDP(await endpointOf(profile)) };
};

export const newDevice = (): Device => {
  const profile = newDirectory();
  let running: Running | undefined;
  return {
    profile,
    start: async () => {
      running = await startBrowser(profile);
      const page = running.browser.contexts()[0]?.pages()[0];
      if (page === undefined) throw new Error('Chromium opened no page');
      page.setDefaultTimeout(15_000);
      return page;
    },
    kill: async () => {
      if (running?.process.pid === undefined) return;
      const dead = once(running.process, 'exit');
      process.kill(-running.process.pid, 'SIGKILL');
      await dead;
      await running.browser.close();
      running = undefined;
    },
  };
};
