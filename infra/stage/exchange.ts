/** The exchange with the provincial center. */

import { Duration } from 'aws-cdk-lib';

import { beat, consumeQueue } from '../construct/feed.ts';
import { ringForReconciliation, ringForReports } from '../construct/report-alarms.ts';
import type { LoopGround } from '../loop-ground.ts';

/**
 * Records go out one by one, in order per case; what the center did not answer goes back into the
 * queue when its time has come, what it refused waits for somebody.
 */
export const reports = (flow: LoopGround): void => {
  const { table, keys, claims, center, onCall, beatFailures: failures, reports: source } = flow;
  const records = table.may('GetItem', 'PutItem', 'DeleteItem', 'Query');
  const send = flow.add('report/send', source.consume(), records, ...keys, center);
  consumeQueue(send, { source, onCall });
  const waiting = [table.may('GetItem'), table.query('list')];
  const resume = flow.add('report/resume', ...waiting, source.send(), failures.receive());
  beat(resume, { every: Duration.minutes(5), failures });
  ringForReports(resume, onCall);
  flow.add('report/outbox', table.may('GetItem', 'Query'), table.query('list'), claims);
  flow.add('report/resend', table.may('GetItem', 'PutItem', 'Query'), claims);
  flow.add('report/access', table.may('GetItem', 'PutItem', 'Query'), ...keys, center, claims);
};

/** A month is built, submitted by a second person and answered for; staff read every edition. */
export const periods = (flow: LoopGround): void => {
  const { table, keys, claims, center } = flow;
  flow.add('report/period', table.may('GetItem', 'Query'), table.query('list'), claims);
  const counters = table.may('BatchGetItem', 'GetItem', 'PutItem', 'Query');
  flow.add('report/build', counters, claims);
  const sent = table.may('GetItem', 'PutItem', 'Query');
  flow.add('report/submit', sent, ...keys, center, claims);
};

/** Every night, and when staff ask: what both sides hold of a day; what differs is worked off. */
export const reconciliation = (flow: LoopGround): void => {
  const { table, keys, claims, center, onCall, beatFailures: failures } = flow;
  const both = [
    table.may('BatchGetItem', 'GetItem', 'PutItem', 'Query'),
    table.query('list'),
    ...keys,
    center,
  ];
  flow.add('report/reconcile', ...both, claims);
  const daily = flow.add('report/daily', ...both, failures.receive());
  beat(daily, { dailyAt: '02:30', failures });
  ringForReconciliation(daily, onCall);
  const worked = table.may('GetItem', 'PutItem', 'Query');
  flow.add('report/difference', worked, table.query('list'), claims);
};

/** The provincial center tells of ratings, follow-ups and steps that came into being on its side. */
export const centerCallbacks = (flow: LoopGround): void => {
  const { table, keys } = flow;
  flow.add('report/callback', table.may('GetItem', 'PutItem', 'Query'), ...keys);
};
