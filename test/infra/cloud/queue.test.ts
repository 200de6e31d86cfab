import { describe, expect, test } from 'vitest';

import { synthesize } from './synthesize.ts';
import { pointedAt } from './template-shape.ts';
import type { Resource } from './template-shape.ts';

const { loop, alarms } = synthesize();

const queues = loop.ofType('AWS::SQS::Queue');
const mappings = loop.ofType('AWS::Lambda::EventSourceMapping');
const rules = loop.ofType('AWS::Events::Rule');

const deadLettersOf = (queue: Resource): string | undefined =>
  pointedAt(queue.Properties.RedrivePolicy?.deadLetterTargetArn);

const destinationOf = (mapping: Resource): string | undefined =>
  pointedAt(mapping.Properties.DestinationConfig?.OnFailure.Destination);

/** Queues in which failed work ends; they have no dead-letter queues of their own. */
const lastStops = new Set(
  [
    ...queues.map(deadLettersOf),
    ...mappings.map(destinationOf),
    ...rules.flatMap((rule) =>
      rule.Properties.Targets.map((target) => pointedAt(target.DeadLetterConfig?.Arn)),
    ),
  ].filter((id) => id !== undefined),
);

/** Names of the queue metrics that an alarm monitors. */
const watched = (queue: Resource): readonly (string | undefined)[] =>
  alarms
    .ofType('AWS::CloudWatch::Alarm')
    .filter(({ Properties }) =>
      Properties.Dimensions?.some((one) => pointedAt(one.Value) === queue.id),
    )
    .map(({ Properties }) => Properties.MetricName);

test('there are queues to look at', () => {
  expect(queues.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['Escalation', 'EscalationDead', 'Notice', 'NoticeDead', 'Recount']),
  );
});

const ends = queues.filter(({ id }) => lastStops.has(id));
const working = queues.filter(({ id }) => !lastStops.has(id));

test.each(ends)('$id keeps failed work for two weeks and calls a person', (queue) => {
  expect(queue.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  expect(watched(queue)).toContain('ApproximateNumberOfMessagesVisible');
});

test.each(working)('$id has dead letters and calls a person when work is late', (queue) => {
  expect(lastStops).toContain(deadLettersOf(queue));
  expect(watched(queue)).toContain('ApproximateAgeOfOldestMessage');
});

test.each(queues)('$id is encrypted and speaks TLS only', ({ id, Properties }) => {
  expect(Properties.SqsManagedSseEnabled).toBe(true);
  const policies = loop
    .ofType('AWS::SQS::QueuePolicy')
    .filter((policy) => policy.Properties.Queues.some((one) => pointedAt(one) === id))
    .flatMap((policy) => policy.Properties.PolicyDocument.Statement);
  expect(policies).toContainEqual(
    expect.objectContaining({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  );
});

test('a queue has one policy: a second one would replace the first', () => {
  const guarded = loop
    .ofType('AWS::SQS::QueuePolicy')
    .flatMap(({ Properties }) => Properties.Queues.map(pointedAt));
  expect(guarded).toHaveLength(queues.length);
  expect(new Set(guarded)).toEqual(new Set(queues.map(({ id }) => id)));
});

test.each(mappings)('$id reports single failures and sets aside what fails for good', (mapping) => {
  expect(mapping.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  const source = queues.find(({ id }) => id === pointedAt(mapping.Properties.EventSourceArn));
  const end = source === undefined ? destinationOf(mapping) : deadLettersOf(source);
  expect(lastStops).toContain(end);
});

test('a stream mapping isolates a bad record while the stream still holds it', () => {
  const onStream = mappings.filter(({ Properties }) => Properties.StartingPosition);
  expect(onStream).not.toHaveLength(0);
  for (const { Properties } of onStream) {
    expect(Properties.BisectBatchOnFunctionError).toBe(true);
    expect(Properties.MaximumRetryAttempts).toBeGreaterThan(0);
  }
});

test('a change is set aside before the stream forgets it, which would tell nobody', () => {
  const ages = mappings
    .filter(({ Properties }) => Properties.StartingPosition)
    .map(({ Properties }) => Properties.MaximumRecordAgeInSeconds);
  expect(new Set(ages)).toEqual(new Set([23 * 60 * 60]));
});

const mappingTo = (id: string) =>
  mappings.find(({ Properties }) => pointedAt(Properties.FunctionName) === id)?.Properties;

test('the relay passes a bad change over within minutes: others find again what it carries', () => {
  expect(mappingTo('NoticeRelay')?.MaximumRetryAttempts).toBeLessThanOrEqual(10);
});

test('figures are told their shard, take its changes in order, and pass none over', () => {
  expect(mappingTo('FiguresProject')).toMatchObject({ ParallelizationFactor: 1 });
  expect(mappingTo('FiguresProject')?.TumblingWindowInSeconds).toBeGreaterThan(0);
  expect(mappingTo('FiguresProject')?.MaximumRetryAttempts).toBe(10_000);
});

test('a message stays hidden for six times the timeout of its consumer', () => {
  const pairs = mappings.flatMap(({ Properties }) => {
    const source = queues.find(({ id }) => id === pointedAt(Properties.EventSourceArn));
    const consumer = loop.resource(pointedAt(Properties.FunctionName) ?? '');
    return source === undefined ? [] : [{ source, consumer }];
  });
  expect(pairs).not.toHaveLength(0);
  for (const { source, consumer } of pairs) {
    expect(source.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(
      6 * consumer.Properties.Timeout,
    );
  }
});

test('the nights are from half past two to ten past four in Shanghai, written in UTC', () => {
  const daily = rules.filter(({ Properties }) => Properties.ScheduleExpression.startsWith('cron'));
  const beats = daily.map(({ Properties }) => [
    pointedAt(Properties.Targets[0]?.Arn),
    Properties.ScheduleExpression,
  ]);
  expect(Object.fromEntries(beats)).toEqual({
    CaseRetention: 'cron(10 20 * * ? *)',
    OversightVerify: 'cron(30 19 * * ? *)',
    ReconciliationNightly: 'cron(30 18 * * ? *)',
  });
});

test('every beat is tried again and, if lost, kept', () => {
  const targets = rules.flatMap((rule) => rule.Properties.Targets);
  expect(targets).not.toHaveLength(0);
  for (const target of targets) {
    expect(target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
    expect(lastStops).toContain(pointedAt(target.DeadLetterConfig.Arn));
    const { DeadLetterConfig } = loop.resource(pointedAt(target.Arn) ?? '').Properties;
    expect(lastStops).toContain(pointedAt(DeadLetterConfig?.TargetArn));
  }
});

const wakes = (id: string): readonly unknown[] =>
  (mappingTo(id)?.FilterCriteria.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern));

const kinds = (...S: readonly string[]) => ({ NewImage: { kind: { S } } });

test('only what is told outside wakes the relay: a written notice, rating or step, any case, a ruling', () => {
  expect(wakes('NoticeRelay')).toEqual([
    { eventName: ['INSERT'], dynamodb: kinds('notice_outbox', 'rating', 'step') },
    { eventName: ['INSERT', 'MODIFY'], dynamodb: kinds('case', 'contest') },
  ]);
});

test('a shard of the stream serves two readers at most', () => {
  const onStream = mappings.filter(({ Properties }) => Properties.StartingPosition);
  expect(onStream.length).toBeLessThanOrEqual(2);
});

describe('the queue of reports', () => {
  const { Properties } = loop.resource('Report');

  test('keeps the order of each case, however many cases there are', () => {
    expect(Properties).toMatchObject({
      FifoQueue: true,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    });
    expect(Properties.ContentBasedDeduplication).not.toBe(true);
  });

  test('has dead letters of its own kind', () => {
    expect(loop.resource(deadLettersOf(loop.resource('Report')) ?? '').Properties).toMatchObject({
      FifoQueue: true,
    });
  });
});
