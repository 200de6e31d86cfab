/** Functions created by a test, each in a separate host. */
import { frozenClock } from '../../../../infra/local/engine/clock.ts';
import type { SteerableClock } from '../../../../infra/local/engine/clock.ts';
import { startFunctionHosts } from '../../../../infra/local/runtime/function-host/function-hosts.ts';
import type {
  HostKind,
  HostOptions,
  RunningHosts,
} from '../../../../infra/local/runtime/function-host/function-hosts.ts';
import type { LogEntry } from '../../../../infra/local/runtime/function-host/log-sink.ts';
import type { FunctionDefinition } from '../../../../infra/local/runtime/template/functions.ts';
import { LOCAL_PLACE } from '../../../../infra/local/runtime/template/place.ts';
import { openWorkbench } from './fixture-function.ts';
import type { Workbench } from './fixture-function.ts';

export const START = Date.UTC(2026, 0, 31, 23, 59);

const engine = (): never => {
  throw new Error('these functions call no engine');
};

interface Wanted extends Partial<FunctionDefinition> {
  readonly clock?: SteerableClock;
  readonly options?: Partial<HostOptions>;
}

export class HostBench {
  readonly log: LogEntry[] = [];
  readonly workbench: Workbench = openWorkbench();
  readonly #running: RunningHosts[] = [];
  #made = 0;

  /** Starts a host with one function: CommonJS code, or a directory that contains it. */
  start(
    kind: HostKind,
    code: string,
    { clock = frozenClock(START), options, ...more }: Wanted = {},
  ) {
    this.#made += 1;
    const definition: FunctionDefinition = {
      id: 'Fixture',
      name: 'fixture',
      arn: 'arn:fixture',
      handler: 'index.handler',
      codeDirectory: more.codeDirectory ?? this.workbench.bundle(`f${this.#made}`, code),
      timeoutSeconds: 10,
      memoryMb: 128,
      environment: { TABLE_NAME: 'Loop' },
      statements: [],
      ...more,
    };
    const place = {
      ...LOCAL_PLACE,
      apiUrl: 'http://127.0.0.1:1',
      engineUrl: 'http://127.0.0.1:2',
    };
    const hosts = startFunctionHosts({
      kind,
      inline: { engine, fetch },
      functions: [definition],
      place,
      clock,
      log: (entry) => this.log.push(entry),
      ...options,
    });
    this.#running.push(hosts);
    return { hosts, clock, invoke: (event: unknown = {}) => hosts.invoke('arn:fixture', event) };
  }

  /** Stops all hosts and clears the log. */
  async clear(): Promise<void> {
    await Promise.all(this.#running.splice(0).map((hosts) => hosts.stop()));
    this.log.length = 0;
  }
}
