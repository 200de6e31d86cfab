/** Puts the parts of the pages, and the applications, into the package of the function that serves them. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { APPS, placeOf } from './app/place.ts';
import { webOf } from './web.ts';
import type { Manifest } from './web.ts';
import { writeIfChanged } from './write-if-changed.ts';

/** Makes one folder contain these files of another, and no others. */
const placeFiles = async (from: string, into: string, names: readonly string[]): Promise<void> => {
  await mkdir(into, { recursive: true });
  await Promise.all(
    names.map(async (name) => writeIfChanged(join(into, name), await readFile(join(from, name)))),
  );
  const others = (await readdir(into)).filter((name) => !names.includes(name));
  await Promise.all(others.map((name) => rm(join(into, name), { recursive: true })));
};

export const placeAssets = async (root: string, bundle: string, names: Manifest): Promise<void> => {
  await placeFiles(webOf(root).assets, join(bundle, 'assets'), Object.values(names));
  for (const app of APPS) {
    const { assets } = placeOf(root, app);
    await placeFiles(assets, join(bundle, app), await readdir(assets));
  }
};
