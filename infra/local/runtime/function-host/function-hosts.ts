/** Lambda on one machine: every function of the stack, behind `FunctionHosts`. */
import type { SteerableClock } from '../../engine/clock.ts';
import type { FunctionHosts, Invocation } from '../../engine/model.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import type { LocalPlace } from '../template/place.ts';
import { watchStrayFaults } from './code-owner.ts';
import { functionEnvironment } from './function-environment.ts';
import { FunctionPool } from './function-pool.ts';
import { InlineInstance } from './inline/inline-instance.ts';
import type { InlineWorld } from './inline/inline-scope.ts';
import { INIT_LIMIT_MS } from './instance.ts';
import type { Instance, Output } from './instance.ts';
import type { LogEntry, LogSink } from './log-sink.ts';
import type { FunctionCode } from './protocol.ts';
import { shareClock } from './shared-clock.ts';
import { ownSteeredDate } from './steered-date.ts';
import { WorkerInstance } from './worker-instance.ts';

/**
 * `workers`: each instance in a thread of its own, isolated as on Lambda. `inProcess`: all of them
 * in the engine's thread, many times faster, for tests, simulations and the loading of data.
 */
export type HostKind = 'workers' | 'inProcess';

export interface HostOptions {
  readonly kind: HostKind;
  readonly functions: readonly FunctionDefinition[];
  readonly place: LocalPlace;
  /** What instances in this thread reach without a socket. */
  readonly inline: Pick<InlineWorld, 'engine' | 'fetch'>;
  /** Environment variables of every function, in addition to its own. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly clock: SteerableClock;
  readonly log: LogSink;
  /** Maximum number of instances of one function, unless it reserves fewer. */
  readonly maximumInstances?: number;
  /** Real milliseconds after which an unused instance ends. */
  readonly idleMs?: number;
  /** Real milliseconds in which an instance must load its code. */
  readonly initLimitMs?: number;
}

export interface RunningHosts extends FunctionHosts {
  /** The engine's clock in shared memory, for other code that runs in workers. */
  readonly clock: SharedArrayBuffer;
  stop(): Promise<void>;
}

type Write = (
  entry: Pick<LogEntry, 'stream' | 'text'> & { requestId?: string | undefined },
) => void;

const writerFor =
  ({ log, clock }: HostOptions, name: string): Write =>
  ({ stream, text, requestId }) =>
    log({
      at: new Date(clock.now()).toISOString(),
      function: name,
      ...(requestId !== undefined && { requestId }),
      stream,
      text,
    });

/** Shared by all instances of all functions. */
interface Shared {
  readonly clock: SharedArrayBuffer;
  readonly world: InlineWorld;
}

const sharedBy = ({ clock, inline, place }: HostOptions, buffer: SharedArrayBuffer): Shared => ({
  clock: buffer,
  world: {
    ...inline,
    engineUrl: place.engineUrl,
    Date: ownSteeredDate(() => Math.round(clock.now())),
  },
});

/** A function and the log of its output. */
interface Written {
  readonly definition: FunctionDefinition;
  readonly write: Write;
}

/** Returns how instances of one function are started. */
const starterFor = (
  options: HostOptions,
  { definition, write }: Written,
  { clock, world }: Shared,
): (() => Instance) => {
  const { name: functionName, arn: functionArn, codeDirectory, handler, memoryMb } = definition;
  const code: FunctionCode = { codeDirectory, handler, functionName, functionArn, memoryMb };
  const environment = {
    ...functionEnvironment(definition, options.place),
    ...options.variables,
  };
  const onOutput: Output = (stream, text, requestId) => write({ stream, text, requestId });
  const common = { environment, onOutput, initLimitMs: options.initLimitMs ?? INIT_LIMIT_MS };
  return options.kind === 'workers'
    ? () => new WorkerInstance({ ...common, data: { ...code, clock } })
    : () => new InlineInstance({ ...common, code, world });
};

const poolFor = (
  options: HostOptions,
  definition: FunctionDefinition,
  shared: Shared,
): FunctionPool => {
  const write = writerFor(options, definition.name);
  const bound = options.maximumInstances ?? 4;
  return new FunctionPool({
    start: starterFor(options, { definition, write }, shared),
    maximum: Math.min(bound, definition.reservedConcurrency ?? bound),
    timeoutMs: definition.timeoutSeconds * 1000,
    idleMs: options.idleMs ?? 60_000,
    onFault: (text, requestId) => write({ stream: 'runtime', text, requestId }),
  });
};

class PooledHosts implements RunningHosts {
  readonly clock: SharedArrayBuffer;
  readonly #unshare: () => void;
  readonly #pools: ReadonlyMap<string, FunctionPool>;
  #stopped = false;

  constructor(options: HostOptions) {
    const { buffer, stop } = shareClock(options.clock);
    this.clock = buffer;
    this.#unshare = stop;
    const shared = sharedBy(options, buffer);
    this.#pools = new Map(options.functions.map((one) => [one.arn, poolFor(options, one, shared)]));
  }

  async invoke(functionArn: string, event: unknown): Promise<Invocation> {
    if (this.#stopped) return { ok: false, fault: 'The local runtime is stopping' };
    const pool = this.#pools.get(functionArn);
    if (!pool) throw new Error(`Function not found: ${functionArn}`);
    return pool.invoke(event);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unshare();
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop()));
  }
}

/** Lambda's time zone is UTC. A worker has that of the process, whatever its environment says. */
const useUtc = (): void => {
  process.env['TZ'] = 'UTC';
};

export const startFunctionHosts = (options: HostOptions): RunningHosts => {
  useUtc();
  if (options.kind === 'inProcess') watchStrayFaults();
  return new PooledHosts(options);
};
