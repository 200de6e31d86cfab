/**
 * The surroundings of an instance that shares the engine's thread: a process, a console, a time and
 * a network of its own. What it would leave on the global object stays its own as well.
 */
import { Console } from 'node:console';

import type { InstanceScope } from './handler-loader.ts';
import { inlineCrypto } from './inline-crypto.ts';
import { InlineOutput } from './inline-output.ts';
import { inlineHttp } from './inline-request.ts';
import type { EngineAccess } from './inline-request.ts';

/** What all instances of one system share. */
export interface InlineWorld extends EngineAccess {
  /** Follows the engine's clock. */
  readonly Date: DateConstructor;
  /** Reaches the system's own addresses without a socket. */
  readonly fetch: typeof fetch;
}

export interface InlineSurroundings {
  readonly world: InlineWorld;
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (stream: 'stdout' | 'stderr', text: string) => void;
  readonly isEnded: () => boolean;
}

const refuseExit = (): never => {
  throw new Error('process.exit ends every instance of this thread; use the host with workers');
};

const processOf = ({ environment, onLine }: InlineSurroundings): NodeJS.Process => {
  const members = {
    env: { ...environment },
    stdout: new InlineOutput((text) => onLine('stdout', text)),
    stderr: new InlineOutput((text) => onLine('stderr', text)),
    exit: refuseExit,
  };
  return Object.create(process, Object.getOwnPropertyDescriptors(members)) as NodeJS.Process;
};

/** Reads through to the real one, whose getters insist on being called on it; keeps what is written. */
const globalOf = (members: Record<string, unknown>): object => {
  const own: Record<PropertyKey, unknown> = members;
  const view: object = new Proxy(own, {
    get: (_, name) => (Object.hasOwn(own, name) ? own[name] : Reflect.get(globalThis, name)),
    has: (_, name) => Object.hasOwn(own, name) || Reflect.has(globalThis, name),
  });
  own['globalThis'] = view;
  own['global'] = view;
  return view;
};

/** A function that is gone calls nobody, and hears nothing. */
const whileAlive =
  (world: InlineWorld, isEnded: () => boolean): typeof fetch =>
  (...call) =>
    isEnded() ? new Promise(() => undefined) : world.fetch(...call);

export const inlineScope = (around: InlineSurroundings): InstanceScope => {
  const { world, isEnded } = around;
  const own = processOf(around);
  const console = new Console({ stdout: own.stdout, stderr: own.stderr });
  const members = { process: own, console, Date: world.Date, fetch: whileAlive(world, isEnded) };
  const view = globalOf({ ...members });
  return {
    globals: { ...members, globalThis: view, global: view },
    modules: {
      'node:http': inlineHttp(world, isEnded),
      'node:crypto': inlineCrypto,
      'node:process': own,
    },
  };
};
