/**
 * The start without data: with nothing built, with everything built, and with one changed function.
 */
import { appendFile, cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { against, rounded } from './finding.ts';
import type { Finding } from './finding.ts';
import { measureStart } from './started.ts';
import type { StartCost } from './started.ts';
import { inTemporary } from './temporary.ts';

const root = join(import.meta.dirname, '..', '..');
const copied = ['infra', 'functions', 'shared', 'events', 'package.json', 'package-lock.json'];

/** The sources that a start reads: a change in the copy does not affect the working tree. */
const copyProject = async (target: string): Promise<void> => {
  for (const name of [...copied, 'cdk.json']) {
    await cp(join(root, name), join(target, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(target, 'node_modules'), 'dir');
};

/** A statement that stays in the bundle and differs each time. */
const change = (target: string): Promise<void> =>
  appendFile(
    join(target, 'functions', 'rating', 'submit.ts'),
    `\nperformance.mark('changed ${Date.now()}');\n`,
  );

interface Starts {
  /** With nothing built, as after `npm ci`. */
  readonly first: StartCost;
  readonly warm: StartCost;
  /** After a change of one function. */
  readonly changed: StartCost;
}

const measureStarts = (): Promise<Starts> =>
  inTemporary('start', async (directory) => {
    const copy = join(directory, 'project');
    const dataDir = join(directory, 'data');
    const start = () => measureStart({ root: copy, dataDir, seed: 'none' });
    await copyProject(copy);
    const first = await start();
    const warm = await start();
    await change(copy);
    return { first, warm, changed: await start() };
  });

const finding = (what: string, { cpu, wall }: StartCost, atMost: number): Finding =>
  cpu === undefined
    ? against({ what, value: wall, unit: 's', atMost })
    : against({ what, value: cpu, unit: 's CPU', atMost, beside: `${rounded(wall)} s wall` });

export const startFindings = async (): Promise<readonly Finding[]> => {
  const { first, warm, changed } = await measureStarts();
  const { cpu = first.wall } = first;
  return [
    finding('start without data, everything built', warm, 3),
    finding('start without data, one function changed', changed, 10),
    {
      what: 'start without data, nothing built yet',
      reach: '–',
      measured: `${rounded(cpu)} s CPU, ${rounded(first.wall)} s wall`,
    },
  ];
};
