/** Loads a function's code as Lambda does from `/var/task`, without other directories. */
import { existsSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { bundleScript } from './bundle-script.ts';
import type { BundleScript, InstanceGlobals } from './bundle-script.ts';
import type { FunctionCode } from './protocol.ts';

export type Handler = (event: unknown, context: object) => unknown;

/** What the code of one instance sees of its environment. */
export interface InstanceScope {
  readonly globals: InstanceGlobals;
  /** Modules that replace Node's own, by their `node:` name. */
  readonly modules: Readonly<Record<string, unknown>>;
}

/** Modules that are part of Lambda's Node runtime. */
const isProvided = (id: string): boolean =>
  isBuiltin(id) || id.startsWith('@aws-sdk/') || id.startsWith('@smithy/');

const fileOf = (stem: string): string => {
  const file = ['.js', '.mjs', '.cjs']
    .map((ending) => stem + ending)
    .find((one) => existsSync(one));
  if (file === undefined) throw new Error(`Runtime.ImportModuleError: no module at ${stem}`);
  return file;
};

/**
 * A package that the bundle lacks is not found, as on Lambda, even if a parent directory has it.
 */
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
 * Loads as CommonJS whatever the nearest `package.json` says: the bundle is below the one of this
 * repository, which declares ES modules.
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
    throw new Error(
      'Runtime.CallbackHandlerDeprecated: Node 24 and later do not support callbacks',
    );
  }
  return found as Handler;
};

export interface LoadedHandler {
  readonly handle: Handler;
  /** Call once the code has executed its usual work. */
  keepCompiled(): void;
}

/** `handler` is `<file>.<export>`; throws with Lambda's error names. */
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
