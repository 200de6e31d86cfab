/** The destinations of the output of functions. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { LocalClock } from '../../engine/clock.ts';
import { traceOf } from './fault-trace.ts';

export interface LogEntry {
  /** The engine's time, ISO 8601. */
  readonly at: string;
  readonly function: string;
  /** Absent for output outside an invocation. */
  readonly requestId?: string;
  /** `runtime`: written by the host about the function, e.g. a timeout. */
  readonly stream: 'stdout' | 'stderr' | 'runtime';
  readonly text: string;
}

export type LogSink = (entry: LogEntry) => void;

/** Returns the path of the log file of one function. */
export const logFileIn = (directory: string, functionName: string): string =>
  join(directory, `${functionName}.jsonl`);

/** Writes one file of JSON lines per function. */
export const fileLog = (directory: string): LogSink => {
  mkdirSync(directory, { recursive: true });
  return (entry) =>
    appendFileSync(logFileIn(directory, entry.function), `${JSON.stringify(entry)}\n`);
};

/** Returns the log for errors that parts of the runtime itself survived. */
export const reportTo =
  (log: LogSink, clock: LocalClock) =>
  (fault: unknown): void =>
    log({
      at: new Date(clock.now()).toISOString(),
      function: 'local-runtime',
      stream: 'runtime',
      text: traceOf(fault),
    });
