/** Delivers notices to inboxes, and to subscribed systems and chat groups. */
import { FilterRule } from 'aws-cdk-lib/aws-lambda';

import { addWebhookAlarms } from '../construct/alarm/deadline-alarms.ts';
import { consumeQueue, followChanges } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';
import { WARNINGS } from '../warnings.table.ts';

/** Returns an event filter by item kind; a removed item has no new image and does not match. */
const changesOf = (kinds: readonly string[], ...events: readonly string[]) => ({
  eventName: FilterRule.or(...events),
  dynamodb: { NewImage: { kind: { S: FilterRule.or(...kinds) } } },
});

/** A notice is inserted once; its later changes belong to its delivery. */
const TOLD_OUTSIDE = [
  changesOf(['notice_outbox', 'rating', 'step'], 'INSERT'),
  changesOf(['case', 'contest'], 'INSERT', 'MODIFY'),
];

/**
 * Adds the consumer that announces new notices, queues changed cases for reporting, and messages to
 * residents.
 */
const addRelay = (flow: LoopBase): void => {
  const { table, notices, reports, messages, onCall, streamFailures: failures } = flow;
  const queues = [notices.send(), reports.send(), messages.send(), failures.receive()];
  const outside = [flow.center, flow.messageChannel];
  const relay = flow.add('notice/relay', table.changes(), ...queues, ...outside);
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
