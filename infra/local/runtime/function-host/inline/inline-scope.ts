/**
 * The environment of an instance that shares the engine's thread: its own process, console, time
 * and network. Values that it sets on the global object stay its own as well.
 */
import { Console } from 'node:console';
import * as https from 'node:https';

import { asOwnCode } from '../code-owner.ts';
import type { InstanceScope } from '../handler-loader.ts';
import type { Lifetime } from '../lifetime.ts';
import { inlineCrypto } from './inline-crypto.ts';
import { outwardRequest, withRequest } from './inline-outward.ts';
import { processOf } from './inline-process.ts';
import { inlineHttp } from './inline-request.ts';
import type { EngineAccess } from './inline-request.ts';

/** Shared by all instances of one system. */
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
  readonly life: Lifetime;
}

/** Reads from the real global object, whose getters must be called on it; keeps writes apart. */
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

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** After the instance has ended, its callbacks are not called any more. */
const whileAlive =
  (world: InlineWorld, life: Lifetime): typeof fetch =>
  async (...call) => {
    if (life.isOver) return never();
    try {
      const answer = await asOwnCode(() => world.fetch(...call));
      return life.isOver ? await never() : answer;
    } catch (fault) {
      if (life.isOver) return never();
      throw fault;
    }
  };

export const inlineScope = (around: InlineSurroundings): InstanceScope => {
  const { world, life } = around;
  const own = processOf(around);
  const console = new Console({ stdout: own.stdout, stderr: own.stderr });
  const members = { process: own, console, Date: world.Date, fetch: whileAlive(world, life) };
  const view = globalOf({ ...members });
  return {
    globals: { ...members, globalThis: view, global: view },
    modules: {
      'node:http': inlineHttp(world, life),
      'node:https': withRequest(https, outwardRequest(https.request, life)),
      'node:crypto': inlineCrypto,
      'node:process': own,
    },
  };
};
