/** The service worker of an application, with the list of the files that it keeps. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { build } from 'esbuild';

import type { AppPlace } from './place.ts';
import { OLDEST_PAD } from './settings.ts';

export type Contents = ReadonlyMap<string, Uint8Array>;

/** As the integrity attribute of HTML writes it: a file of another build is refused. */
const integrityOf = (content: Uint8Array): string =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;

/** The address of a file: that of the shell is the folder itself. */
const addressOf = (app: string, name: string): string =>
  `/${app}/${name === 'index.html' ? '' : name}`;

const precacheOf = (app: string, files: Contents): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...files]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, content]) => [addressOf(app, name), integrityOf(content)]),
  );

/** The list itself is an input without a file. */
const isFile = (input: string): boolean => !input.startsWith('<');

/** Another list is another worker, so that a browser notices every change of the application. */
export const buildWorker = async ({ root, app, source }: AppPlace, files: Contents) => {
  const precache = JSON.stringify(precacheOf(app, files));
  const version = createHash('sha256').update(precache).digest('hex').slice(0, 12);
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join(source, 'worker', 'sw.ts')],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: OLDEST_PAD,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    define: { PRECACHE: precache, VERSION: JSON.stringify(version) },
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild made no worker of ${app}`);
  return { content: output.contents, inputs: Object.keys(result.metafile.inputs).filter(isFile) };
};
