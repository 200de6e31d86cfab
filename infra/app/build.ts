/**
 * Builds the applications of `web/` with Vite: `web/<app>/index.html` and what it names, the files
 * of `web/<app>/public`, and the service worker, into `.build/app/<app>/`.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { WebRecord } from '../web-record.ts';
import { writeIfChanged } from '../write-if-changed.ts';
import { APPS, placeOf } from './place.ts';
import type { AppName, AppPlace } from './place.ts';
import type { Contents } from './precache.ts';

type Names = Readonly<Record<string, string>>;

interface Built {
  readonly files: Contents;
  readonly inputs: readonly string[];
}

const bytesOf = (content: string | Uint8Array): Uint8Array => Buffer.from(content);

/** Vite takes half a second to load, so it is loaded only when something has changed. */
const buildPage = async (place: AppPlace): Promise<Built> => {
  const [{ build }, { settingsOf }] = await Promise.all([import('vite'), import('./settings.ts')]);
  const inputs = new Set<string>();
  const result = await build(settingsOf(place, inputs));
  if (!('output' in result)) throw new Error(`Vite made several builds of ${place.app}`);
  const files = result.output.map((one): [string, Uint8Array] => [
    one.fileName,
    bytesOf(one.type === 'chunk' ? one.code : one.source),
  ]);
  return { files: new Map(files), inputs: [...inputs] };
};

const readPublic = async ({ root, source }: AppPlace): Promise<Built> => {
  const folder = join(source, 'public');
  const names = (await readdir(folder)).toSorted();
  const files = await Promise.all(
    names.map(async (name): Promise<[string, Uint8Array]> => [
      name,
      await readFile(join(folder, name)),
    ]),
  );
  const inputs = names.map((name) => relative(root, join(folder, name)).replaceAll(sep, '/'));
  return { files: new Map(files), inputs };
};

const buildAll = async (place: AppPlace): Promise<Built> => {
  const [page, open] = await Promise.all([buildPage(place), readPublic(place)]);
  const kept = new Map([...page.files, ...open.files]);
  const { buildWorker } = await import('./precache.ts');
  const worker = await buildWorker(place, kept);
  return {
    files: new Map([...kept, ['sw.js', worker.content]]),
    inputs: [...page.inputs, ...open.inputs, ...worker.inputs].toSorted(),
  };
};

const removeOthers = async (folder: string, names: Names): Promise<void> => {
  const others = (await readdir(folder)).filter((name) => !(name in names));
  await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true })));
};

const writeAll = async (place: AppPlace, files: Contents): Promise<Names> => {
  await mkdir(place.assets, { recursive: true });
  const written = [...files].map(([name, content]) =>
    writeIfChanged(join(place.assets, name), content),
  );
  await Promise.all(written);
  const names = Object.fromEntries([...files.keys()].toSorted().map((name) => [name, name]));
  await removeOthers(place.assets, names);
  await writeIfChanged(place.manifest, `${JSON.stringify(names, null, 2)}\n`);
  return names;
};

/** What decides on a build besides its sources: the settings, and the files that are only copied. */
const keyOf = async (place: AppPlace): Promise<string> => {
  const own = await Promise.all(
    ['settings.ts', 'precache.ts', 'build.ts'].map((name) =>
      readFile(join(import.meta.dirname, name), 'utf8'),
    ),
  );
  const lock = await readFile(join(place.root, 'package-lock.json'), 'utf8');
  return JSON.stringify([...own, lock, await readdir(join(place.source, 'public'))]);
};

/** Builds the application, if something has changed; returns the names of its files. */
export const buildApp = async (root: string, app: AppName): Promise<readonly string[]> => {
  const place = placeOf(root, app);
  const record = new WebRecord(place, await keyOf(place));
  const known = record.names();
  if (known !== undefined) return Object.keys(known);
  const { files, inputs } = await buildAll(place);
  const names = await writeAll(place, files);
  record.keep(names, inputs);
  return Object.keys(names);
};

export const buildApps = async (root: string): Promise<void> => {
  for (const app of APPS) await buildApp(root, app);
};
