import { expect, it } from 'vitest';

import type { LogEntry } from '../../../infra/local/runtime/function-host/log-sink.ts';
import { tellingFaults } from '../../../infra/local/start/fault-lines.ts';

const open = () => {
  const kept: LogEntry[] = [];
  const printed: string[] = [];
  const tell = tellingFaults((entry) => kept.push(entry), {
    fileOf: (name) => `logs/${name}.jsonl`,
    print: (line) => printed.push(line),
  });
  const log = (stream: LogEntry['stream'], text: string, name = 'rating-submit') =>
    tell({ at: '2026-03-02T00:00:00.000Z', function: name, stream, text });
  return { kept, printed, log };
};

const alarm = (level: string, more: object = {}) =>
  JSON.stringify({ level, message: 'request failed with an error', ...more });

it.each<[string, LogEntry['stream'], string, string]>([
  [
    'a time-out',
    'runtime',
    'Task timed out after 3.00 seconds',
    'Task timed out after 3.00 seconds',
  ],
  ['the first line of a trace', 'runtime', 'Error: no\n    at x', 'Error: no'],
  [
    'a fault that the function logged',
    'stderr',
    alarm('ERROR', { error: { name: 'TypeError', message: 'x is\nno function' } }),
    'request failed with an error: TypeError: x is',
  ],
  ['a fault without its cause', 'stdout', alarm('CRITICAL'), 'request failed with an error'],
])('tells %s in one line, with its file', (_, stream, text, told) => {
  const { kept, printed, log } = open();
  log(stream, text);
  expect(printed).toEqual([`rating-submit: ${told} (logs/rating-submit.jsonl)`]);
  expect(kept).toHaveLength(1);
});

it.each<[string, LogEntry['stream'], string]>([
  ['what a function prints', 'stdout', 'beat'],
  ['a trace, which its fault follows', 'stderr', 'Error: no'],
  ['a line of the logger', 'stdout', alarm('INFO')],
  ['what only begins like JSON', 'stderr', '{"level":"ERROR"'],
])('keeps %s to the file', (_, stream, text) => {
  const { kept, printed, log } = open();
  log(stream, text);
  expect(printed).toEqual([]);
  expect(kept).toHaveLength(1);
});

it('does not repeat itself, and tells two functions apart', () => {
  const { kept, printed, log } = open();
  for (let time = 0; time < 3; time += 1) log('runtime', 'Error: no');
  log('runtime', 'Error: no', 'notice-relay');
  expect(printed).toHaveLength(2);
  expect(kept).toHaveLength(4);
});
