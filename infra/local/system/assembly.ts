/**
 * The cloud assembly of the current sources: synthesized when they changed, otherwise reused. The
 * synthesis runs the CDK app itself in a separate process, without the CDK command line and without
 * network.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';

import { waitForLock } from '../runtime/lock.ts';
import { haveSameTemplate, sourceDigest } from './assembly-digest.ts';
import { renewAssembly } from './assembly-renewal.ts';

export interface AssemblyOptions {
  /** Called when something must be built, which takes some seconds. */
  readonly announce?: (line: string) => void;
  /** The root of the project; default: the one that contains this file. */
  readonly root?: string;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');

/**
 * The number of assemblies kept: a running instance may still read its functions from an older one.
 */
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

/** Complete assemblies, the newest first. */
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

/** Avoids the CDK when only functions changed: synthesis takes longer than the rest of a start. */
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
 * Returns the absolute directory of the assembly. Safe to call from several processes at once.
 * Rejects with the output of the app when the synthesis fails.
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
