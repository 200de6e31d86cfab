/**
 * The exchange with the provincial center: outgoing records, in order per case, and incoming
 * callbacks.
 */
import { Duration } from 'aws-cdk-lib';

import { addExchangeAlarms } from '../construct/alarm/exchange-alarms.ts';
import { consumeQueue, runOnSchedule } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';

/**
 * Adds the sending of records. Records without an answer return to the queue when they are due;
 * refused records wait for staff.
 */
export const addExchange = (flow: LoopBase): void => {
  const { table, keys, claims, center, onCall, scheduleFailures: failures, reports } = flow;
  const records = table.may('GetItem', 'PutItem', 'DeleteItem', 'Query');
  const send = flow.add('exchange/send', reports.consume(), records, ...keys, center);
  consumeQueue(send, { source: reports, onCall });
  const callbacks = table.may('GetItem', 'PutItem', 'Query');
  const waiting = [callbacks, table.query('list'), ...keys];
  const resume = flow.add('exchange/resume', ...waiting, reports.send(), failures.receive());
  runOnSchedule(resume, { every: Duration.minutes(5), failures });
  addExchangeAlarms(resume, onCall);
  const own = [table.may('GetItem', 'PutItem', 'Query'), table.query('list')];
  flow.add('exchange/staff', ...own, ...keys, center, claims);
  flow.add('exchange/integrator', callbacks, ...keys);
};
