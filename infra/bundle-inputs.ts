/** Reads the inputs of each bundle from the metafile of an esbuild run. */
import { relative, sep } from 'node:path';

import type { Metafile, OutputFile } from 'esbuild';

import { reportOf } from './bundle-report.ts';
import type { BundleReport } from './bundle-report.ts';

export interface MadeBundle {
  /** Relative to the root, as are the inputs. */
  readonly entry: string;
  readonly inputs: readonly string[];
  readonly text: string;
  readonly report: BundleReport;
}

/**
 * Returns all imported files, including those removed by tree shaking: their contents decided that
 * they could be removed.
 */
const reachedFrom = (entry: string, { inputs }: Metafile): readonly string[] => {
  const reached = new Set<string>();
  const followImports = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { external, path: next } of inputs[path]?.imports ?? []) {
      if (external !== true) followImports(next);
    }
  };
  followImports(entry);
  return [...reached];
};

export const madeBundles = (
  { metafile, outputFiles }: { readonly metafile: Metafile; readonly outputFiles: OutputFile[] },
  root: string,
): readonly MadeBundle[] =>
  outputFiles.map(({ path, text }) => {
    const output = metafile.outputs[relative(root, path).replaceAll(sep, '/')];
    if (output?.entryPoint === undefined)
      throw new Error(`esbuild reports no entry point for ${path}`);
    const { entryPoint: entry } = output;
    const report = reportOf(path, output);
    return { entry, inputs: reachedFrom(entry, metafile), text, report };
  });
