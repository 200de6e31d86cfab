/** `process` of an instance that shares its thread: its variables and listeners are its own. */
import { EventEmitter } from 'node:events';

import { InlineOutput } from './inline-output.ts';

export interface ProcessParts {
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (stream: 'stdout' | 'stderr', text: string) => void;
}

const refuseExit = (): never => {
  throw new Error(
    'process.exit would end every instance in this thread; use the host with workers',
  );
};

/** Converts values to strings, as in every process environment. */
const environmentOf = (given: Readonly<Record<string, string>>): NodeJS.ProcessEnv =>
  new Proxy<NodeJS.ProcessEnv>(
    { ...given },
    {
      set: (target, name, value: unknown) => Reflect.set(target, name, String(value)),
    },
  );

/** The real process would receive signals and the events of other instances. */
const listening = (): Record<string, unknown> => {
  const emitter = new EventEmitter();
  const names = Object.getOwnPropertyNames(EventEmitter.prototype) as (keyof EventEmitter)[];
  const methods = names.filter((name) => typeof emitter[name] === 'function');
  return Object.fromEntries(
    methods
      .filter((name) => String(name) !== 'constructor')
      .map((name) => [name, (emitter[name] as () => unknown).bind(emitter)]),
  );
};

export const processOf = ({ environment, onLine }: ProcessParts): NodeJS.Process => {
  const members = {
    ...listening(),
    env: environmentOf(environment),
    stdout: new InlineOutput((text) => onLine('stdout', text)),
    stderr: new InlineOutput((text) => onLine('stderr', text)),
    exit: refuseExit,
    exitCode: undefined,
  };
  return Object.create(process, Object.getOwnPropertyDescriptors(members)) as NodeJS.Process;
};
