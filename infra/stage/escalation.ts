/**
 * Finds due entries, queues them and decides on them; an hourly watch verifies this from the
 * tickets themselves.
 */
import { Duration } from 'aws-cdk-lib';

import { addDeadlineAlarms } from '../construct/alarm/deadline-alarms.ts';
import { consumeQueue, runOnSchedule } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';
import { WARNINGS } from '../warnings.table.ts';

export const addEscalation = (flow: LoopBase): void => {
  const { table, claims, escalations, notices, messages, onCall } = flow;
  const failures = flow.deadLetters('DeadlineFailure', WARNINGS.deadlineSchedulesLost);
  const due = [table.query('due'), escalations.send(), failures.receive()];
  const cursor = table.may('GetItem', 'PutItem');
  const others = [notices.send(), messages.send()];
  const sweep = flow.add('escalation/sweep', cursor, ...others, ...due);
  runOnSchedule(sweep, { every: Duration.minutes(5), failures });
  const results = table.may('GetItem', 'PutItem', 'UpdateItem', 'Query');
  const watch = flow.add('escalation/watch', results, table.query('list'), ...due);
  runOnSchedule(watch, { every: Duration.hours(1), failures });
  addDeadlineAlarms(watch, onCall);
  // Each message is decided again from the ticket itself.
  const decide = table.may('GetItem', 'PutItem', 'Query');
  const raise = flow.add('escalation/raise', escalations.consume(), decide);
  consumeQueue(raise, { source: escalations, onCall });
  flow.add('escalation/staff', table.may('Query'), claims);
};
