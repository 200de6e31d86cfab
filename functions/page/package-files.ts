import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { AssetFiles } from '../../shared/port/page/asset-files.ts';

/**
 * Serves the files of a folder beside the code. Only names that the folder has are read, so no name
 * leads out of it; what was read once is kept.
 */
export const packageFiles = (folder: string): AssetFiles => {
  const names = new Set(readdirSync(folder));
  const known = new Map<string, Promise<Uint8Array>>();
  const readOnce = (name: string): Promise<Uint8Array> => {
    const reading = known.get(name) ?? readFile(join(folder, name));
    known.set(name, reading);
    return reading;
  };
  return {
    names: [...names],
    read: async (name) => (names.has(name) ? readOnce(name) : undefined),
  };
};
