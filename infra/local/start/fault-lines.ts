/** Prints errors of functions in the terminal of `npm start`: one line and the log's path. */
import { performance } from 'node:perf_hooks';

import type { LogEntry, LogSink } from '../runtime/function-host/log-sink.ts';

/** Real milliseconds before the same line is printed again: a failing call is retried often. */
const QUIET_MS = 60_000;

/** Above this number, the lines printed so far are forgotten. */
const MOST_KNOWN = 1_000;

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

const parsed = (text: string): unknown => {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

interface Alarm {
  readonly level?: unknown;
  readonly message?: unknown;
  readonly error?: { readonly name?: unknown; readonly message?: unknown };
}

/** Returns an error that the function survived and logged, in the format of its logger. */
const alarmIn = (text: string): string | undefined => {
  const { level, message, error } = (parsed(text) ?? {}) as Alarm;
  if (level !== 'ERROR' && level !== 'CRITICAL') return undefined;
  const cause = error === undefined ? '' : `: ${String(error.name)}: ${String(error.message)}`;
  return firstLine(`${String(message)}${cause}`);
};

const faultIn = ({ stream, text }: LogEntry): string | undefined =>
  stream === 'runtime' ? firstLine(text) : alarmIn(text);

export interface FaultLines {
  /** Returns the log file of a function. */
  readonly fileOf: (functionName: string) => string;
  readonly print: (line: string) => void;
}

/** Passes all lines on, and prints those that are errors. */
export const tellingFaults = (log: LogSink, { fileOf, print }: FaultLines): LogSink => {
  const told = new Map<string, number>();
  const isNews = (line: string): boolean => {
    const now = performance.now();
    const before = told.get(line);
    if (before !== undefined && now - before < QUIET_MS) return false;
    if (told.size >= MOST_KNOWN) told.clear();
    told.set(line, now);
    return true;
  };
  return (entry) => {
    log(entry);
    const fault = faultIn(entry);
    if (fault === undefined) return;
    const line = `${entry.function}: ${fault} (${fileOf(entry.function)})`;
    if (isNews(line)) print(line);
  };
};
