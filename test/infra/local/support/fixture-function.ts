/** Functions created by a test, as bundles in a directory that the test removes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'esbuild';

export interface Workbench {
  readonly directory: string;
  /** Writes CommonJS unchanged; returns the directory with `index.js`. */
  bundle(name: string, code: string): string;
  /** Bundles ES module code with all imports, as the CDK app does. */
  build(name: string, code: string): Promise<string>;
  dispose(): void;
}

const REPOSITORY = join(import.meta.dirname, '..', '..', '..', '..');

export const openWorkbench = (): Workbench => {
  const directory = mkdtempSync(join(tmpdir(), 'local-runtime-'));
  const place = (name: string): string => {
    const folder = join(directory, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  return {
    directory,
    bundle: (name, code) => {
      writeFileSync(join(place(name), 'index.js'), code);
      return join(directory, name);
    },
    build: async (name, contents) => {
      await build({
        stdin: { contents, resolveDir: REPOSITORY, sourcefile: `${name}.ts`, loader: 'ts' },
        outfile: join(place(name), 'index.js'),
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node24',
        logLevel: 'silent',
      });
      return join(directory, name);
    },
    dispose: () => rmSync(directory, { recursive: true, force: true }),
  };
};
