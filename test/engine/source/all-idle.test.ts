import { expect, it } from 'vitest';

import { allIdle } from '../../../infra/local/engine/source/all-idle.ts';
import { startQueueSource } from '../../../infra/local/engine/source/queue-source.ts';
import { startSchedule } from '../../../infra/local/engine/source/schedule-source.ts';
import { startStreamSource } from '../../../infra/local/engine/source/stream-source.ts';
import { STREAM_ARN, fakeChangeStream } from './fake-change-stream.ts';
import { fakeQueues, queueArn } from './fake-queues.ts';
import { FUNCTION_ARN, bench, done, hostsOf, mappingOf } from './source-bench.ts';

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

it('follows work from source to source until all rest', async () => {
  const around = bench();
  const stream = fakeChangeStream();
  const queues = fakeQueues(around.clock);
  const sweep = hostsOf(async () => {
    await later();
    await queues.send('due', 'ticket-1');
    return done();
  });
  const escalate = hostsOf(async () => {
    await later();
    stream.append('ticket-1');
    return done();
  });
  const project = hostsOf();
  const schedule = {
    id: 'sweep',
    expression: 'rate(1 hour)',
    timeZone: 'Asia/Shanghai',
    functionArn: FUNCTION_ARN,
    input: {},
    enabled: true,
  };
  const sources = [
    startStreamSource({
      ...around,
      mapping: mappingOf(STREAM_ARN),
      stream,
      tableName: 'loop',
      hosts: project,
      queues,
    }),
    startQueueSource({ ...around, mapping: mappingOf(queueArn('due')), hosts: escalate, queues }),
    startSchedule({ ...around, schedule, hosts: sweep }),
  ];
  await allIdle(sources);
  expect(project.events).toHaveLength(0);
  around.clock.advance(3_600_000);
  await allIdle(sources);
  expect(project.events).toHaveLength(1);
  await Promise.all(sources.map((source) => source.stop()));
});
