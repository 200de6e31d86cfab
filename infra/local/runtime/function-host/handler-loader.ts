/** Loads a function's code the way Lambda does from `/var/task`, alone with its own directory. */
import { existsSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { bundleScript } from './bundle-script.ts';
import type { BundleScript, InstanceGlobals } from './bundle-script.ts';
import type { FunctionCode } from './protocol.ts';

export type Handler = (event: unknown, context: object) => unknown;

/** What the code of one instance sees of its surroundings. */
export interface InstanceScope {
  readonly globals: InstanceGlobals;
  /** Modules that stand in for Node's own, by their `node:` name. */
  readonly modules: Readonly<Record<string, unknown>>;
}

/** Modules that Lambda's Node runtime brings along. */
const isProvided = (id: string): boolean =>
  isBuiltin(id) || id.startsWith('@aws-sdk/') || id.startsWith('@smithy/');

const fileOf = (stem: string): string => {
  const file = ['.js', '.mjs', '.cjs']
    .map((ending) => stem + ending)
    .find((one) => existsSync(one));
  if (file === undefined) throw new Error(`Runtime.ImportModuleError: no module at ${stem}`);
  return file;
};

/** A package that was left out of the bundle is not found, as on Lambda, though it lies above. */
const requireWithin =
  (file: string, { modules }: InstanceScope) =>
  (id: string): unknown => {
    const builtin = id.startsWith('node:') ? id : `node:${id}`;
    if (Object.hasOwn(modules, builtin)) return modules[builtin];
    if (isProvided(id) || id.startsWith('.') || id.startsWith('/')) {
      return createRequire(file)(id) as unknown;
    }
    throw new Error(`Cannot find module '${id}'`);
  };

interface Loaded {
  readonly members: Readonly<Record<string, unknown>>;
  readonly script?: BundleScript;
}

/**
 * CommonJS whatever the nearest `package.json` says: the bundle lies below this repository's, which
 * declares ES modules.
 */
const loadCommonJs = (file: string, scope: InstanceScope): Loaded => {
  const script = bundleScript(file);
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const { exports } = module;
  const require = requireWithin(file, scope);
  script.run({ exports, require, module, file, directory: dirname(file) }, scope.globals);
  return { members: module.exports, script };
};

const handlerIn = ({ members }: Loaded, handler: string): Handler => {
  const found = members[handler.slice(handler.lastIndexOf('.') + 1)];
  if (typeof found !== 'function') {
    throw new Error(`Runtime.HandlerNotFound: ${handler} is undefined or not exported`);
  }
  if (found.length > 2) {
    throw new Error('Runtime.CallbackHandlerDeprecated: callbacks are gone from Node 24 on');
  }
  return found as Handler;
};

export interface LoadedHandler {
  readonly handle: Handler;
  /** To be called once the code has done what it does most. */
  keepCompiled(): void;
}

/** `handler` is `<file>.<export>`; throws with Lambda's names for what can be wrong with it. */
export const loadHandler = async (
  { codeDirectory, handler }: Pick<FunctionCode, 'codeDirectory' | 'handler'>,
  scope: InstanceScope,
): Promise<LoadedHandler> => {
  const file = fileOf(join(codeDirectory, handler.slice(0, handler.lastIndexOf('.'))));
  const loaded: Loaded = file.endsWith('.mjs')
    ? { members: (await import(pathToFileURL(file).href)) as Record<string, unknown> }
    : loadCommonJs(file, scope);
  return {
    handle: handlerIn(loaded, handler),
    keepCompiled: () => loaded.script?.keepCompiled(),
  };
};
