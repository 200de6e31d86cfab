/** Where the output of functions goes. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { LocalClock } from '../../engine/clock.ts';
import { traceOf } from './fault-trace.ts';

export interface LogEntry {
  /** Steered time, ISO 8601. */
  readonly at: string;
  readonly function: string;
  /** Absent for what is written outside an invocation. */
  readonly requestId?: string;
  /** `runtime`: said by the host about the function, e.g. a time-out. */
  readonly stream: 'stdout' | 'stderr' | 'runtime';
  readonly text: string;
}

export type LogSink = (entry: LogEntry) => void;

/** Where the lines of one function lie. */
export const logFileIn = (directory: string, functionName: string): string =>
  join(directory, `${functionName}.jsonl`);

/** One file of JSON lines per function. */
export const fileLog = (directory: string): LogSink => {
  mkdirSync(directory, { recursive: true });
  return (entry) =>
    appendFileSync(logFileIn(directory, entry.function), `${JSON.stringify(entry)}\n`);
};

/** Where parts of the runtime itself tell of what went wrong and was survived. */
export const reportTo =
  (log: LogSink, clock: LocalClock) =>
  (fault: unknown): void =>
    log({
      at: new Date(clock.now()).toISOString(),
      function: 'local-runtime',
      stream: 'runtime',
      text: traceOf(fault),
    });
