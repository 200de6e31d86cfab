/**
 * The cloud assembly of the present sources: synthesized when they changed, else taken as it lies.
 * Synthesis is the CDK app itself in a process of its own; no CDK command line and no network.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';

import { waitForLock } from '../runtime/lock.ts';
import { haveSameTemplate, sourceDigest } from './assembly-digest.ts';
import { renewAssembly } from './assembly-renewal.ts';

export interface AssemblyOptions {
  /** Told when something has to be built, which takes some seconds. */
  readonly announce?: (line: string) => void;
  /** The project; by default the one this file is in. */
  readonly root?: string;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Older ones stay for a while: an instance that still runs reads its functions from one of them. */
const KEPT = 5;

const CONTEXT = {
  identity: 'oidc',
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:enable-path-metadata': true,
};

const synthesize = async (root: string, outDir: string): Promise<void> => {
  const app = spawn(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: {
      ...process.env,
      CDK_OUTDIR: outDir,
      CDK_CONTEXT_JSON: JSON.stringify(CONTEXT),
      CDK_VALIDATION: 'false',
      NODE_COMPILE_CACHE: join(root, '.build', 'compile-cache'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    app.once('error', reject);
    app.once('exit', resolve);
  });
  const [said, complained, code] = await Promise.all([text(app.stdout), text(app.stderr), ended]);
  if (code === 0) return;
  throw new Error(
    `The template could not be synthesized (exit code ${code}):\n${said}${complained}`,
  );
};

/** Whole ones, the newest first. */
const assembliesIn = (directory: string): readonly string[] =>
  readdirSync(directory)
    .map((name) => join(directory, name))
    .map((path) => ({ path, changed: statSync(path).mtimeMs }))
    .sort((one, other) => other.changed - one.changed)
    .map(({ path }) => path);

const removeOld = (directory: string): void => {
  for (const path of assembliesIn(directory).slice(KEPT))
    rmSync(path, { recursive: true, force: true });
};

/** Without the CDK where only functions changed: synthesis takes longer than all else of a start. */
const tryRenew = async (root: string, target: string, draft: string): Promise<boolean> => {
  const earlier = assembliesIn(dirname(target)).find((path) =>
    haveSameTemplate(basename(path), basename(target)),
  );
  if (earlier === undefined) return false;
  const { bundleFunctions, bundlesOf, stopBundler } = await import('../../bundle.ts');
  const places = bundlesOf(root);
  try {
    await bundleFunctions(places);
  } finally {
    await stopBundler();
  }
  return renewAssembly({ earlier, bundles: places.outDir, outDir: draft });
};

const buildAssembly = async (root: string, target: string, announce: (line: string) => void) => {
  const draft = join(root, '.build', 'assembly-draft');
  mkdirSync(dirname(target), { recursive: true });
  const reason =
    assembliesIn(dirname(target)).length === 0 ? 'Nothing built yet' : 'Sources changed';
  announce(`${reason}: bundling the functions and synthesizing the template …`);
  const began = performance.now();
  rmSync(draft, { recursive: true, force: true });
  if (!(await tryRenew(root, target, draft))) await synthesize(root, draft);
  renameSync(draft, target);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  announce(`… ${relative(root, target)} in ${seconds} s`);
};

/**
 * The directory of the assembly, absolute. Safe to call from several processes at once. Rejects with
 * what the app said when it cannot be synthesized.
 */
export const ensureAssembly = async (options: AssemblyOptions = {}): Promise<string> => {
  const { root = ROOT, announce = () => undefined } = options;
  const assemblies = join(root, '.build', 'assembly');
  const target = join(assemblies, sourceDigest(root));
  const isThere = () => existsSync(join(target, 'manifest.json'));
  if (isThere()) return target;
  const lock = await waitForLock(join(root, '.build', 'assembly.lock'));
  try {
    if (!isThere()) await buildAssembly(root, target, announce);
    removeOld(assemblies);
    return target;
  } finally {
    lock.release();
  }
};
