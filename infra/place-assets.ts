/** Puts the parts of the pages into the package of the function that serves them. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { webOf } from './web.ts';
import type { Manifest } from './web.ts';
import { writeIfChanged } from './write-if-changed.ts';

export const placeAssets = async (root: string, bundle: string, names: Manifest): Promise<void> => {
  const folder = join(bundle, 'assets');
  await mkdir(folder, { recursive: true });
  const current = Object.values(names);
  const { assets } = webOf(root);
  await Promise.all(
    current.map(async (name) =>
      writeIfChanged(join(folder, name), await readFile(join(assets, name))),
    ),
  );
  const others = (await readdir(folder)).filter((name) => !current.includes(name));
  await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true })));
};
