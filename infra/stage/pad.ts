/** Pads at the windows of a hall: enrolment, current contact, collection of ratings, monitoring. */
import { Duration } from 'aws-cdk-lib';

import { addPadAlarms } from '../construct/alarm/pad-alarms.ts';
import { runOnSchedule } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';

export const addPads = (flow: LoopBase): void => {
  const { table, keys, rootKeys, claims, publicUrl, operatorName, operatorPhone } = flow;
  const { scheduleFailures: failures } = flow;
  flow.add('pad/staff', table.may('GetItem', 'PutItem', 'Query'), table.query('list'), claims);
  const calls = table.may('GetItem', 'PutItem', 'DeleteItem', 'Query');
  flow.add('pad/pad', calls, ...rootKeys, publicUrl, operatorName, operatorPhone);
  flow.add('pad/collect', calls, ...keys);
  const watched = [table.may('GetItem', 'Query'), table.query('list')];
  const watch = flow.add('pad/watch', ...watched, failures.receive());
  runOnSchedule(watch, { every: Duration.minutes(5), failures });
  addPadAlarms(watch, flow.onCall);
};
