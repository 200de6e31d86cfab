/** Loads or corrects the notice of a year, and recounts the open tickets that it affects. */
import { Duration } from 'aws-cdk-lib';

import { consumeQueue, runOnSchedule } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';

export const addCalendars = (flow: LoopBase): void => {
  const { table, claims, recounts, onCall, assumed, scheduleFailures: failures } = flow;
  const spread = [table.query('list'), recounts.send()];
  flow.add('calendar/staff', table.may('GetItem', 'PutItem', 'Query'), ...spread, claims, assumed);
  const progress = [table.may('GetItem', 'PutItem', 'Query'), failures.receive()];
  const resume = flow.add('calendar/resume', ...progress, ...spread);
  runOnSchedule(resume, { every: Duration.minutes(5), failures });
  const items = table.may('GetItem', 'PutItem', 'Query');
  const recount = flow.add('calendar/recount', recounts.consume(), items);
  consumeQueue(recount, { source: recounts, onCall });
};
