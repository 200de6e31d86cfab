/** Loads a function's code the way Lambda does from `/var/task`, alone with its own directory. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction, constants } from 'node:vm';

export type Handler = (event: unknown, context: object) => unknown;

/** Modules that Lambda's Node runtime brings along. */
const isProvided = (id: string): boolean =>
  isBuiltin(id) || id.startsWith('@aws-sdk/') || id.startsWith('@smithy/');

/**
 * CommonJS whatever the nearest `package.json` says: the bundle lies below this repository's, which
 * declares ES modules. A package that was left out of the bundle is not found, as on Lambda, though
 * it lies in a `node_modules` above.
 */
const loadCommonJs = (file: string): Record<string, unknown> => {
  const requireNear = createRequire(file);
  const requireInTask = (id: string): unknown => {
    if (isProvided(id) || id.startsWith('.') || id.startsWith('/'))
      return requireNear(id) as unknown;
    throw new Error(`Cannot find module '${id}'`);
  };
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];
  const run = compileFunction(readFileSync(file, 'utf8'), parameters, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  run.call(module.exports, module.exports, requireInTask, module, file, dirname(file));
  return module.exports;
};

const load = async (stem: string): Promise<Record<string, unknown>> => {
  const file = ['.js', '.mjs', '.cjs']
    .map((ending) => stem + ending)
    .find((one) => existsSync(one));
  if (file === undefined) throw new Error(`Runtime.ImportModuleError: no module at ${stem}`);
  if (!file.endsWith('.mjs')) return loadCommonJs(file);
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
};

/** `handler` is `<file>.<export>`; throws with Lambda's names for what can be wrong with it. */
export const loadHandler = async (codeDirectory: string, handler: string): Promise<Handler> => {
  const dot = handler.lastIndexOf('.');
  const module = await load(join(codeDirectory, handler.slice(0, dot)));
  const found = module[handler.slice(dot + 1)];
  if (typeof found !== 'function') {
    throw new Error(`Runtime.HandlerNotFound: ${handler} is undefined or not exported`);
  }
  if (found.length > 2) {
    throw new Error('Runtime.CallbackHandlerDeprecated: callbacks are gone from Node 24 on');
  }
  return found as Handler;
};
