import { describe, expect, it } from 'vitest';

import type { ScheduleDefinition } from '../../../infra/local/engine/model.ts';
import { startSchedule } from '../../../infra/local/engine/source/schedule-source.ts';
import type {
  DroppedRun,
  ScheduleSourceOptions,
} from '../../../infra/local/engine/source/schedule-source.ts';
import { fakeQueues, queueArn } from './fake-queues.ts';
import { FUNCTION_ARN, START, bench, done, failed, hostsOf } from './source-bench.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const scheduleOf = (more: Partial<ScheduleDefinition> = {}): ScheduleDefinition => ({
  id: 'sweep',
  expression: 'rate(15 minutes)',
  timeZone: 'UTC',
  functionArn: FUNCTION_ARN,
  input: { at: '<aws.scheduler.scheduled-time>', attempt: '<aws.scheduler.attempt-number>' },
  enabled: true,
  ...more,
});

const everyQuarter = scheduleOf({ expression: 'cron(0/15 * * * ? *)' });

const setUp = () => {
  const around = bench();
  type More = Partial<Omit<ScheduleSourceOptions, 'schedule'>>;
  const start = (hosts: ScheduleSourceOptions['hosts'], schedule = scheduleOf(), more: More = {}) =>
    startSchedule({ ...around, schedule, hosts, ...more });
  return { ...around, start };
};

const timesOf = (events: readonly unknown[]): readonly string[] =>
  events.map((event) => (event as { readonly at: string }).at);

describe('a schedule', () => {
  it('fires at its times and not before', async () => {
    const { clock, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts);
    await source.idle();
    clock.advance(15 * MINUTE - 1);
    await source.idle();
    expect(hosts.events).toEqual([]);
    clock.advance(1);
    await source.idle();
    expect(hosts.events).toEqual([{ at: '2026-03-02T00:15:00Z', attempt: '1' }]);
    expect(source.status()).toMatchObject({ id: 'sweep', kind: 'schedule', invocations: 1 });
    await source.stop();
  });

  it('makes up for every run of a three-day jump, in order', async () => {
    const { clock, reported, start } = setUp();
    const hosts = hostsOf();
    const schedule = scheduleOf({ expression: 'cron(30 7 * * ? *)', timeZone: 'Asia/Shanghai' });
    const source = start(hosts, schedule);
    clock.advance(3 * DAY);
    await source.idle();
    expect(timesOf(hosts.events)).toEqual([
      '2026-03-02T23:30:00Z',
      '2026-03-03T23:30:00Z',
      '2026-03-04T23:30:00Z',
    ]);
    expect(reported).toEqual([]);
    await source.stop();
  });

  it('at a rate makes up for the latest run only', async () => {
    const { clock, reported, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts);
    clock.advance(3 * DAY);
    await source.idle();
    expect(timesOf(hosts.events)).toEqual(['2026-03-05T00:00:00Z']);
    expect(reported).toEqual([]);
    await source.stop();
  });

  it('makes up for the latest hundred runs at most, and tells that there were more', async () => {
    const { clock, reported, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts, everyQuarter);
    clock.advance(3 * DAY);
    await source.idle();
    const times = timesOf(hosts.events);
    expect(times).toHaveLength(100);
    expect(times.toSorted()).toEqual(times);
    expect(times.at(-1)).toBe('2026-03-05T00:00:00Z');
    expect(String(reported)).toContain('missed more than 100 runs');
    await source.stop();
  });

  it('owes what came after `since`', async () => {
    const { start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts, everyQuarter, { since: START - HOUR });
    await source.idle();
    expect(timesOf(hosts.events)).toEqual([
      '2026-03-01T23:15:00Z',
      '2026-03-01T23:30:00Z',
      '2026-03-01T23:45:00Z',
      '2026-03-02T00:00:00Z',
    ]);
    await source.stop();
  });

  it('fires a single moment once', async () => {
    const { clock, start } = setUp();
    const hosts = hostsOf();
    const schedule = scheduleOf({
      expression: 'at(2026-03-02T09:00:00)',
      timeZone: 'Asia/Shanghai',
    });
    const source = start(hosts, schedule);
    clock.advance(HOUR);
    await source.idle();
    clock.advance(30 * DAY);
    await source.idle();
    expect(timesOf(hosts.events)).toEqual(['2026-03-02T01:00:00Z']);
    await source.stop();
  });

  it('invokes with the event of a rule when it has no input of its own', async () => {
    const { clock, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts, scheduleOf({ input: undefined }));
    clock.advance(15 * MINUTE);
    await source.idle();
    expect(hosts.events).toEqual([
      {
        version: '0',
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account: '000000000000',
        time: '2026-03-02T00:15:00Z',
        region: 'us-east-1',
        resources: ['arn:aws:events:us-east-1:000000000000:rule/sweep'],
        detail: {},
      },
    ]);
    await source.stop();
  });

  it('does nothing while it is disabled, but still has to be understood', async () => {
    const { clock, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts, scheduleOf({ enabled: false }));
    clock.advance(DAY);
    await source.idle();
    expect(hosts.events).toEqual([]);
    expect(source.status().state).toBe('disabled');
    expect(() => start(hosts, scheduleOf({ enabled: false, expression: 'daily' }))).toThrow(
      'daily',
    );
  });

  it('stays silent after it was stopped', async () => {
    const { clock, start } = setUp();
    const hosts = hostsOf();
    const source = start(hosts);
    await source.stop();
    clock.advance(DAY);
    await source.idle();
    expect(hosts.events).toEqual([]);
  });
});

it('a run that is held back does not happen when the schedule stops', async () => {
  const { clock, faults, start } = setUp();
  faults.delayMs = 1_000;
  const hosts = hostsOf();
  const source = start(hosts);
  clock.advance(15 * MINUTE);
  await source.idle();
  await source.stop();
  expect(hosts.events).toEqual([]);
});

describe('a run that fails', () => {
  it('is retried after one minute and after two more, while others go on', async () => {
    const { clock, start } = setUp();
    const hosts = hostsOf((event) =>
      (event as { at: string }).at === '2026-03-02T00:01:00Z' ? failed : done(),
    );
    const source = start(hosts, scheduleOf({ expression: 'rate(1 minute)' }));
    for (let minute = 0; minute < 5; minute += 1) {
      clock.advance(MINUTE);
      await source.idle();
    }
    const poison = hosts.events.filter((event) => timesOf([event])[0] === '2026-03-02T00:01:00Z');
    expect(poison.map((event) => (event as { attempt: string }).attempt)).toEqual(['1', '2', '3']);
    expect(new Set(timesOf(hosts.events)).size).toBe(5);
    expect(source.status()).toMatchObject({ invocations: 7, faults: 3, discarded: 1 });
    await source.stop();
  });

  it('is dropped loudly: report, callback and dead-letter queue', async () => {
    const { clock, reported, start } = setUp();
    const queues = fakeQueues(clock);
    const dropped: DroppedRun[] = [];
    const source = start(
      hostsOf(() => failed),
      scheduleOf({ expression: 'at(2026-03-02T00:01:00)', input: { sweep: 'due' } }),
      {
        deadLetters: { queues, queueArn: queueArn('dead') },
        onDropped: (run) => void dropped.push(run),
      },
    );
    for (const wait of [MINUTE, MINUTE, 2 * MINUTE - 1]) {
      clock.advance(wait);
      await source.idle();
    }
    expect(dropped).toEqual([]);
    clock.advance(1);
    await source.idle();
    expect(dropped).toEqual([
      { scheduleId: 'sweep', time: START + MINUTE, input: { sweep: 'due' }, fault: 'boom' },
    ]);
    expect(queues.bodies('dead')).toEqual(['{"sweep":"due"}']);
    expect(String(reported[0])).toContain(
      'sweep gave up its run of 2026-03-02T00:01:00.000Z: boom',
    );
    await source.stop();
  });
});
