import { randomUUID } from 'node:crypto';

import { formatSeconds } from '../../clock.ts';
import type { EpochMs } from '../../clock.ts';
import type { ScheduleDefinition } from '../../model.ts';
import { parseArn } from '../arn.ts';

/** One due run: the time it represents, and the number of its next attempt (from 1). */
export interface Occurrence {
  readonly time: EpochMs;
  readonly attempt: number;
}

/** Returns the event of an EventBridge rule without an input of its own. */
const scheduledEvent = ({ id, functionArn }: ScheduleDefinition, time: EpochMs): object => {
  const { partition, region, account } = parseArn(functionArn);
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: formatSeconds(time),
    region,
    resources: [`arn:${partition}:events:${region}:${account}:rule/${id}`],
    detail: {},
  };
};

const keywordsOf = (schedule: ScheduleDefinition, occurrence: Occurrence) => {
  const { partition, region, account } = parseArn(schedule.functionArn);
  return {
    'schedule-arn': `arn:${partition}:scheduler:${region}:${account}:schedule/default/${schedule.id}`,
    'scheduled-time': formatSeconds(occurrence.time),
    'execution-id': randomUUID(),
    'attempt-number': `${occurrence.attempt}`,
  };
};

/**
 * Returns the input of the invocation: the schedule's input, in which `<aws.scheduler.…>` keywords
 * are replaced as EventBridge Scheduler does, or else the event of an EventBridge rule.
 */
export const scheduleInput = (schedule: ScheduleDefinition, occurrence: Occurrence): unknown => {
  if (schedule.input === undefined || schedule.input === null)
    return scheduledEvent(schedule, occurrence.time);
  let text = JSON.stringify(schedule.input);
  for (const [name, value] of Object.entries(keywordsOf(schedule, occurrence)))
    text = text.replaceAll(`<aws.scheduler.${name}>`, value);
  return JSON.parse(text);
};
