/** The first start, which loads the town, and a later one with the same data. */
import { join } from 'node:path';

import { ensureAssembly } from '../../infra/local/system/assembly.ts';
import { against, rounded } from './finding.ts';
import type { Finding } from './finding.ts';
import { measureStart } from './started.ts';
import type { StartCost } from './started.ts';
import { inTemporary } from './temporary.ts';

const root = join(import.meta.dirname, '..', '..');

interface TownStarts {
  readonly first: StartCost;
  readonly later: StartCost;
}

/** Everything is built before, because the build is a separate measurement. */
const measureTown = async (): Promise<TownStarts> => {
  await ensureAssembly();
  return inTemporary('town', async (dataDir) => {
    const start = () => measureStart({ root, dataDir, seed: 'town' });
    const first = await start();
    return { first, later: await start() };
  });
};

const finding = (what: string, { cpu, wall }: StartCost, atMost: number): Finding => {
  const beside = cpu === undefined ? {} : { beside: `${rounded(cpu)} s CPU` };
  return against({ what, value: wall, unit: 's', atMost, ...beside });
};

export const townFindings = async (): Promise<readonly Finding[]> => {
  const { first, later } = await measureTown();
  return [
    finding('first start with the town', first, 12),
    finding('later start with the town', later, 3),
  ];
};
