import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { REFUSED_FOR_GOOD } from '../../../infra/construct/event-sources.ts';
import { ROOT, synthesize } from './synthesize.ts';

const { loop, alarms: watching } = synthesize();
const alarms = watching.ofType('AWS::CloudWatch::Alarm');

const entries = readFileSync(join(ROOT, 'infra', 'RUNBOOK.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('## '))
  .map((line) => line.slice(3).trim().toLowerCase().replaceAll(' ', '-'));

const anchorOf = (description: string): string =>
  /Runbook: infra\/RUNBOOK\.md#([a-z0-9-]+)$/u.exec(description)?.[1] ?? '';

describe.each(alarms)('$id', ({ Properties }) => {
  test('says in one sentence who is hurt, and where to read on', () => {
    const [sentence = '', ...rest] = Properties.AlarmDescription.split(' Runbook: ');
    expect(sentence).toMatch(/^[A-Z][^.]{20,160}\.$/u);
    expect(rest).toHaveLength(1);
    expect(entries).toContain(anchorOf(Properties.AlarmDescription));
  });

  test('rings with the people on call, and not for silence', () => {
    expect(Properties.AlarmActions).toEqual([{ Ref: 'OnCall' }]);
    expect(Properties.TreatMissingData).toBe('notBreaching');
  });
});

test('every entry of the runbook belongs to an alarm', () => {
  const rung = new Set(alarms.map(({ Properties }) => anchorOf(Properties.AlarmDescription)));
  expect([...rung].sort()).toEqual(entries.sort());
});

test('the log line that rings for a refused message is one that functions write', () => {
  const [filter] = loop.ofType('AWS::Logs::MetricFilter');
  expect(filter?.Properties.FilterPattern).toBe(`"${REFUSED_FOR_GOOD}"`);
  const catalogue = readFileSync(join(ROOT, 'shared', 'telemetry.ts'), 'utf8');
  expect(catalogue).toContain(`'${REFUSED_FOR_GOOD}'`);
});

test('every consumer of a queue rings when it refuses a message for good', () => {
  const consumers = loop
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ Properties }) => Properties.StartingPosition === undefined);
  expect(loop.ofType('AWS::Logs::MetricFilter')).toHaveLength(consumers.length);
});

test('API errors, table throttles and a late stream ring', () => {
  const single = alarms.map(({ Properties }) => Properties.MetricName);
  const parts = alarms.flatMap(({ Properties }) => Properties.Metrics ?? []);
  const metrics = [...single, ...parts.map((one) => one.MetricStat?.Metric.MetricName)];
  expect(metrics).toEqual(
    expect.arrayContaining(['5xx', 'ReadThrottleEvents', 'WriteThrottleEvents', 'IteratorAge']),
  );
});

test('what is counted one by one rings by its sum, because no single count is many', () => {
  const messages = alarms.filter(({ Properties }) => Properties.MetricName?.startsWith('Messages'));
  const rules = messages.map(({ Properties: { MetricName, Statistic, Threshold } }) => [
    MetricName,
    Statistic,
    Threshold,
  ]);
  expect(Object.fromEntries(rules.map(([name, ...rule]) => [name, rule]))).toEqual({
    MessagesFailed: ['Sum', 10],
    MessagesUnanswered: ['Sum', 1],
    MessagesUndelivered: ['Sum', 10],
  });
});
