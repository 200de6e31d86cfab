/** Reports the size of a bundle and its largest parts. */
import { basename, dirname } from 'node:path';

import type { Metafile } from 'esbuild';
import { z } from 'zod';

export const BundleReport = z.object({
  name: z.string(),
  bytes: z.number(),
  /** The largest packages, in descending order; `.` is the project's own code. */
  largest: z.array(z.object({ source: z.string(), bytes: z.number() })),
});

export type BundleReport = z.infer<typeof BundleReport>;

type Output = Metafile['outputs'][string];

const packageOf = (input: string): string =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(input)?.[1] ?? '.';

const largestIn = (output: Output): BundleReport['largest'] => {
  const sums = new Map<string, number>();
  for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
    const source = packageOf(input);
    sums.set(source, (sums.get(source) ?? 0) + bytesInOutput);
  }
  return [...sums]
    .map(([source, bytes]) => ({ source, bytes }))
    .sort((left, right) => right.bytes - left.bytes)
    .slice(0, 4);
};

/** Returns the name of the bundle, which is the name of its directory. */
export const nameOf = (path: string): string => basename(dirname(path));

export const reportOf = (path: string, output: Output): BundleReport => ({
  name: nameOf(path),
  bytes: output.bytes,
  largest: largestIn(output),
});

const formatKib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;

export const describeReport = ({ name, bytes, largest }: BundleReport): string =>
  `${name.padEnd(20)} ${formatKib(bytes).padStart(11)}  ` +
  largest.map((part) => `${part.source} ${formatKib(part.bytes)}`).join(', ');
