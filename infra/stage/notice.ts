/** Who must know is told: inboxes, and the systems and chat groups that hear of notices too. */
import { FilterRule } from 'aws-cdk-lib/aws-lambda';

import { addWebhookAlarms } from '../construct/deadline-alarms.ts';
import { consumeQueue, followChanges } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';
import { WARNINGS } from '../warnings.table.ts';

/** Changes by what the item is; a removed one has no image and wakes nobody. */
const changesOf = (kinds: readonly string[], ...events: readonly string[]) => ({
  eventName: FilterRule.or(...events),
  dynamodb: { NewImage: { kind: { S: FilterRule.or(...kinds) } } },
});

/** A notice is written once; what becomes of it afterwards is its delivery's work. */
const TOLD_OUTSIDE = [
  changesOf(['notice_outbox', 'rating', 'step'], 'INSERT'),
  changesOf(['case'], 'INSERT', 'MODIFY'),
];

/** What the change stream leads to: new notices are announced, changed cases called to be reported. */
const addRelay = (flow: LoopBase): void => {
  const { table, notices, reports, center, onCall, streamFailures: failures } = flow;
  const queues = [notices.send(), reports.send(), failures.receive()];
  const relay = flow.add('notice/relay', table.changes(), ...queues, center);
  const late = WARNINGS.changesLate;
  followChanges(relay, { table, failures, onCall, late, filters: TOLD_OUTSIDE });
};

export const addNotices = (flow: LoopBase): void => {
  const { table, keys, claims, loopback, notices, onCall } = flow;
  addRelay(flow);
  const record = [table.may('GetItem', 'PutItem', 'Query'), table.query('list')];
  const deliver = flow.add('notice/deliver', notices.consume(), ...record, ...keys, loopback);
  consumeQueue(deliver, { source: notices, onCall });
  addWebhookAlarms(deliver, onCall);
  const desk = table.may('GetItem', 'PutItem', 'DeleteItem', 'Query');
  flow.add('notice/staff', desk, table.query('list'), ...keys, loopback, claims);
};
