/** Starts every mapping and schedule of the template on its engine. */
import type { SteerableClock } from '../engine/clock.ts';
import type {
  Faults,
  FunctionHosts,
  MappingDefinition,
  QueueEngine,
  ScheduleDefinition,
  TableEngine,
} from '../engine/model.ts';
import type { EventSource, Report } from '../engine/source/event-source.ts';
import { startQueueSource } from '../engine/source/queue-source.ts';
import { startSchedule } from '../engine/source/schedule-source.ts';
import { startStreamSource } from '../engine/source/stream-source.ts';
import type { SystemDefinition } from './read-system.ts';
import { TemplateFault } from './template-fault.ts';

export interface SourceParts {
  readonly system: SystemDefinition;
  readonly tables: TableEngine;
  readonly queues: QueueEngine;
  readonly hosts: FunctionHosts;
  readonly clock: SteerableClock;
  readonly faults: Faults;
  readonly report: Report;
  readonly random: () => number;
}

const startMapping = (mapping: MappingDefinition, parts: SourceParts): EventSource => {
  const { system, tables } = parts;
  if (system.queues.some(({ arn }) => arn === mapping.sourceArn)) {
    return startQueueSource({ ...parts, mapping });
  }
  const table = system.tables.find(({ streamArn }) => streamArn === mapping.sourceArn);
  if (!table) {
    const at = `Resources.${mapping.id}.Properties.EventSourceArn`;
    throw new TemplateFault(at, `${mapping.sourceArn} is not a queue or a stream of the stack`);
  }
  return startStreamSource({
    ...parts,
    mapping,
    stream: tables.stream,
    tableName: table.name,
    partitionKey: table.keys.partition.name,
  });
};

const startScheduleSource = (schedule: ScheduleDefinition, parts: SourceParts): EventSource => {
  const owner = parts.system.functions.find(({ arn }) => arn === schedule.functionArn);
  const queueArn = owner?.deadLetterArn;
  return startSchedule({
    ...parts,
    schedule,
    ...(queueArn !== undefined && { deadLetters: { queues: parts.queues, queueArn } }),
  });
};

/** Throws the errors of the sources for a mapping or schedule that the service would refuse. */
export const startSources = (parts: SourceParts): readonly EventSource[] => [
  ...parts.system.mappings.map((mapping) => startMapping(mapping, parts)),
  ...parts.system.schedules.map((schedule) => startScheduleSource(schedule, parts)),
];
