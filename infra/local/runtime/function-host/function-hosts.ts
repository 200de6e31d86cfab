/** Lambda on one machine: every function of the stack in worker threads, behind `FunctionHosts`. */
import type { SteerableClock } from '../../clock.ts';
import type { FunctionHosts, Invocation } from '../../engine/model.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import type { LocalPlace } from '../template/place.ts';
import { functionEnvironment } from './function-environment.ts';
import { FunctionPool } from './function-pool.ts';
import { Instance } from './instance.ts';
import type { LogEntry, LogSink } from './log-sink.ts';
import { shareClock } from './shared-clock.ts';

export interface HostOptions {
  readonly functions: readonly FunctionDefinition[];
  readonly place: LocalPlace;
  /** Of every function, beside its own. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly clock: SteerableClock;
  readonly log: LogSink;
  /** Instances of one function at most, unless it reserves fewer. */
  readonly maximumInstances?: number;
  /** Real milliseconds after which an unused instance ends. */
  readonly idleMs?: number;
}

export interface RunningHosts extends FunctionHosts {
  /** The engine's time as workers read it, for others that run in workers. */
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

const poolFor = (
  options: HostOptions,
  definition: FunctionDefinition,
  clock: SharedArrayBuffer,
): FunctionPool => {
  const write = writerFor(options, definition.name);
  const { name: functionName, arn: functionArn, codeDirectory, handler, memoryMb } = definition;
  const data = { clock, codeDirectory, handler, functionName, functionArn, memoryMb };
  const environment = {
    ...options.variables,
    ...functionEnvironment(definition, options.place),
  };
  const onOutput = (stream: 'stdout' | 'stderr', text: string, requestId?: string) =>
    write({ stream, text, requestId });
  const bound = options.maximumInstances ?? 4;
  return new FunctionPool({
    start: () => new Instance({ data, environment, onOutput }),
    maximum: Math.min(bound, definition.reservedConcurrency ?? bound),
    timeoutMs: definition.timeoutSeconds * 1000,
    idleMs: options.idleMs ?? 60_000,
    onFault: (text, requestId) => write({ stream: 'runtime', text, requestId }),
  });
};

class WorkerHosts implements RunningHosts {
  readonly clock: SharedArrayBuffer;
  readonly #unshare: () => void;
  readonly #pools: ReadonlyMap<string, FunctionPool>;
  #stopped = false;

  constructor(options: HostOptions) {
    const { buffer, stop } = shareClock(options.clock);
    this.clock = buffer;
    this.#unshare = stop;
    this.#pools = new Map(options.functions.map((one) => [one.arn, poolFor(options, one, buffer)]));
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

/** Lambda's clock zone is UTC; a worker has its zone from the process, not from its environment. */
const useUtc = (): void => {
  process.env['TZ'] = 'UTC';
};

export const startFunctionHosts = (options: HostOptions): RunningHosts => {
  useUtc();
  return new WorkerHosts(options);
};
