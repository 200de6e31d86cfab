import type { MappingDefinition } from '../../../infra/local/engine/model.ts';
import { startQueueSource } from '../../../infra/local/engine/source/queue-source.ts';
import { fakeQueues, queueArn } from './fake-queues.ts';
import { bench, mappingOf } from './source-bench.ts';
import type { RecordingHosts } from './source-bench.ts';

/** One queue, and a function that starts mappings on it. */
export const queueBench = (queue: string, visibilityMs: number) => {
  const around = bench();
  const queues = fakeQueues(around.clock, visibilityMs);
  const start = (hosts: RecordingHosts, more: Partial<MappingDefinition> = {}) => {
    const mapping = mappingOf(queueArn(queue), more);
    return startQueueSource({ ...around, mapping, hosts, queues });
  };
  const send = async (...bodies: readonly string[]) => {
    for (const body of bodies) await queues.send(queue, body);
  };
  const left = () => queues.bodies(queue);
  return { ...around, queues, start, send, left };
};
