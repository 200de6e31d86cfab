/** What becomes of a bad rating, and who is told. */
import { Duration } from 'aws-cdk-lib';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';

import { ringForDeadlines, ringForWebhooks } from '../construct/deadline-alarms.ts';
import { beat, consumeQueue, followChanges } from '../construct/feed.ts';
import type { LoopGround } from '../loop-ground.ts';
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

/** Handlers see the bad ratings that are theirs to answer, put evidence forward, and act. */
export const tickets = (flow: LoopGround): void => {
  const { table, keys, claims, evidence } = flow;
  const arrived = [evidence.get(), evidence.tellMissing()];
  flow.add('ticket/act', table.may('GetItem', 'PutItem'), ...keys, ...arrived, claims);
  flow.add('evidence/offer', table.may('GetItem', 'PutItem'), ...keys, evidence.put(), claims);
  flow.add('evidence/show', table.may('GetItem'), ...keys, ...arrived, claims);
  flow.add('ticket/list', table.query('list'), claims);
  flow.add('ticket/show', table.may('GetItem', 'Query'), ...keys, claims);
};

/** What the change stream leads to: new notices are announced, changed cases called to be reported. */
export const changes = (flow: LoopGround): void => {
  const { table, notices, reports, center, onCall, streamFailures: failures } = flow;
  const given = [table.changes(), notices.send(), reports.send(), failures.receive(), center];
  const relay = flow.add('change/relay', ...given);
  const late = WARNINGS.changesLate;
  followChanges(relay, { table, failures, onCall, late, filters: TOLD_OUTSIDE });
};

/** What falls due is found and called; every hour a count by the tickets themselves checks that. */
export const deadlines = (flow: LoopGround): void => {
  const { table, claims, escalations, notices, onCall } = flow;
  const failures = flow.deadLetters('DeadlineFailure', WARNINGS.deadlineBeatsLost);
  const due = [table.query('due'), escalations.send(), failures.receive()];
  const sweep = flow.add('deadline/sweep', table.may('GetItem', 'PutItem'), notices.send(), ...due);
  beat(sweep, { every: Duration.minutes(5), failures });
  const results = table.may('GetItem', 'PutItem', 'UpdateItem', 'Query');
  const watch = flow.add('deadline/watch', results, table.query('list'), ...due);
  beat(watch, { every: Duration.hours(1), failures });
  ringForDeadlines(watch, onCall);
  flow.add('deadline/missed', table.may('Query'), claims);
};

/** A call is decided again by the ticket itself; a notice is delivered. */
export const escalation = (flow: LoopGround): void => {
  const { table, keys, onCall, claims, escalations, notices } = flow;
  const decide = table.may('GetItem', 'PutItem', 'Query');
  const raise = flow.add('escalation/raise', escalations.consume(), decide);
  consumeQueue(raise, { source: escalations, onCall });

  const record = [table.may('GetItem', 'PutItem', 'Query'), table.query('list')];
  const outlets = [...record, ...keys, flow.loopback];
  const deliver = flow.add('escalation/deliver', notices.consume(), ...outlets);
  consumeQueue(deliver, { source: notices, onCall });
  ringForWebhooks(deliver, onCall);
  flow.add('escalation/inbox', table.query('list'), claims);
  flow.add('escalation/read', table.may('PutItem', 'Query'), claims);
};

/** Systems and chat groups that are told of notices too. */
export const webhooks = (flow: LoopGround): void => {
  const { table, keys, claims, loopback } = flow;
  const list = table.query('list');
  flow.add('webhook/admit', table.may('PutItem'), list, ...keys, loopback, claims);
  flow.add('webhook/list', list, claims);
  flow.add('webhook/remove', table.may('DeleteItem'), claims);
  flow.add('webhook/redeliver', table.may('GetItem', 'PutItem'), list, claims);
};
