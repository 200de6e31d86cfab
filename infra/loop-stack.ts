import { Duration } from 'aws-cdk-lib';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

import { ringForDeadlines, ringForWebhooks } from './construct/deadline-alarms.ts';
import { beat, consumeQueue, followChanges } from './construct/feed.ts';
import { FlowStack } from './construct/flow-stack.ts';
import type { FlowStackProps } from './construct/flow-stack.ts';
import { ringForPads } from './construct/pad-alarms.ts';
import { QUEUES } from './queues.table.ts';
import { WARNINGS } from './warnings.table.ts';

/**
 * The system in flow order: one line per function with exactly what it is given. Facts about each
 * are in `functions.table.ts`, routes in `routes.ts`, the ground below in `construct/flow-stack.ts`.
 */
export class LoopStack extends FlowStack {
  private readonly escalations = this.workQueue('Escalation', QUEUES.Escalation);
  private readonly notices = this.workQueue('Notice', QUEUES.Notice);
  private readonly recounts = this.workQueue('Recount', QUEUES.Recount);

  /** Regular checks that did not run. */
  private readonly beatFailures = this.deadLetters('ScheduleFailure', WARNINGS.beatsLost);

  constructor(scope: Construct, id: string, props: FlowStackProps) {
    super(scope, id, props);
    this.cases();
    this.ratings();
    this.entries();
    this.pads();
    this.tickets();
    this.deadlines();
    this.escalation();
    this.webhooks();
    this.calendars();
    this.policies();
    this.integrators();
    this.openData();
    this.openDoor();
  }

  /** A self-built system reports what happened in a case. */
  private cases(): void {
    const { table, keys } = this;
    this.add('case/receive', table.may('GetItem', 'PutItem'), ...keys);
    this.add('case/show', table.may('GetItem'), ...keys);
  }

  /** A resident is invited, rates, and follows the rating; a bad one opens its ticket in that write. */
  private ratings(): void {
    const { table, keys, publicUrl } = this;
    this.add('rating/invite', table.may('GetItem', 'PutItem'), ...keys, publicUrl);
    this.add('rating/present', table.may('GetItem'), ...keys);
    this.add('rating/submit', table.may('GetItem', 'PutItem'), ...keys);
    this.add('rating/follow', table.may('GetItem'), ...keys);
    this.add('rating/append', table.may('GetItem', 'PutItem'), ...keys);
  }

  /** Staff write down what came by telephone or on paper; a second person confirms it. */
  private entries(): void {
    const { table, keys, claims } = this;
    this.add('rating/enter', table.may('GetItem', 'PutItem'), ...keys, claims);
    this.add('rating/awaiting', table.query('list'), ...keys, claims);
    this.add('rating/confirm', table.may('GetItem', 'PutItem'), ...keys, claims);
  }

  /** Pads at the windows of a hall: put to work, shown what to rate, collected from, watched. */
  private pads(): void {
    const { table, keys, makeKeys, claims } = this;
    this.add('pad/register', table.may('PutItem'), claims);
    this.add('pad/list', table.query('list'), claims);
    this.add('pad/revoke', table.may('GetItem', 'PutItem'), claims);
    this.add('pad/enrol', table.may('GetItem', 'PutItem', 'DeleteItem'), ...makeKeys);
    this.add('pad/current', table.may('GetItem'), ...keys);
    this.add('pad/collect', table.may('GetItem', 'PutItem'), ...keys);
    this.add('pad/beat', table.may('GetItem', 'PutItem'), ...keys);
    const failures = this.beatFailures;
    const watch = this.add('pad/watch', table.query('list'), failures.receive());
    beat(watch, { every: Duration.minutes(5), failures });
    ringForPads(watch, this.onCall);
  }

  /** Handlers see the bad ratings that are theirs to answer, put evidence forward, and act. */
  private tickets(): void {
    const { table, keys, claims, evidence } = this;
    const arrived = [evidence.get(), evidence.tellMissing()];
    this.add('ticket/act', table.may('GetItem', 'PutItem'), ...keys, ...arrived, claims);
    this.add('evidence/offer', table.may('GetItem', 'PutItem'), ...keys, evidence.put(), claims);
    this.add('evidence/show', table.may('GetItem'), ...keys, ...arrived, claims);
    this.add('ticket/list', table.query('list'), claims);
    this.add('ticket/show', table.may('GetItem', 'Query'), ...keys, claims);
  }

  /** What falls due is found and called; every hour a count by the tickets themselves checks that. */
  private deadlines(): void {
    const { table, claims, escalations, notices, onCall } = this;
    const failures = this.deadLetters('DeadlineFailure', WARNINGS.deadlineBeatsLost);
    const due = [table.query('due'), escalations.send(), failures.receive()];
    const sweep = this.add(
      'deadline/sweep',
      table.may('GetItem', 'PutItem'),
      notices.send(),
      ...due,
    );
    beat(sweep, { every: Duration.minutes(5), failures });
    const results = table.may('GetItem', 'PutItem', 'UpdateItem', 'Query');
    const watch = this.add('deadline/watch', results, table.query('list'), ...due);
    beat(watch, { every: Duration.hours(1), failures });
    ringForDeadlines(watch, onCall);
    this.add('deadline/missed', table.may('Query'), claims);
  }

  /** A call is decided again by the ticket itself; a notice is written, announced and delivered. */
  private escalation(): void {
    const { table, keys, onCall, claims, escalations, notices } = this;
    const decide = table.may('GetItem', 'PutItem', 'Query');
    const raise = this.add('escalation/raise', escalations.consume(), decide);
    consumeQueue(raise, { source: escalations, onCall });

    const failures = this.deadLetters('StreamFailure', WARNINGS.changesGivenUp);
    const given = [table.changes(), notices.send(), failures.receive()];
    const announce = this.add('escalation/announce', ...given);
    const late = WARNINGS.changesLate;
    followChanges(announce, { table, failures, onCall, late, filter: NOTICE_WRITTEN });

    const record = [table.may('GetItem', 'PutItem', 'Query'), table.query('list')];
    const outlets = [...record, ...keys, this.loopback];
    const deliver = this.add('escalation/deliver', notices.consume(), ...outlets);
    consumeQueue(deliver, { source: notices, onCall });
    ringForWebhooks(deliver, onCall);
    this.add('escalation/inbox', table.query('list'), claims);
    this.add('escalation/read', table.may('PutItem', 'Query'), claims);
  }

  /** Systems and chat groups that are told of notices too. */
  private webhooks(): void {
    const { table, keys, claims, loopback } = this;
    const list = table.query('list');
    this.add('webhook/admit', table.may('PutItem'), list, ...keys, loopback, claims);
    this.add('webhook/list', list, claims);
    this.add('webhook/remove', table.may('DeleteItem'), claims);
    this.add('webhook/redeliver', table.may('GetItem', 'PutItem'), list, claims);
  }

  /** A year's notice is loaded or corrected, and the open tickets that it touches are counted again. */
  private calendars(): void {
    const { table, claims, recounts, onCall } = this;
    const spread = [table.query('list'), recounts.send()];
    this.add('calendar/show', table.may('GetItem', 'Query'), table.query('list'), claims);
    this.add('calendar/load', table.may('GetItem', 'PutItem'), ...spread, claims);
    const failures = this.beatFailures;
    const given = [table.may('PutItem', 'Query'), ...spread, failures.receive()];
    const resume = this.add('calendar/resume', ...given);
    beat(resume, { every: Duration.minutes(5), failures });
    const rights = [recounts.consume(), table.may('GetItem', 'PutItem', 'Query')];
    const recount = this.add('calendar/recount', ...rights);
    consumeQueue(recount, { source: recounts, onCall });
  }

  /** The city's rules are proposed, tried against the open tickets, and put in force by a second person. */
  private policies(): void {
    const { table, claims } = this;
    this.add('policy/list', table.may('Query'), claims);
    this.add('policy/show', table.may('GetItem', 'Query'), claims);
    this.add('policy/propose', table.may('PutItem', 'Query'), claims);
    this.add('policy/dry-run', table.may('GetItem', 'Query'), table.query('list'), claims);
    this.add('policy/activate', table.may('GetItem', 'PutItem', 'Query'), claims);
  }

  /** Who may send. */
  private integrators(): void {
    const { table, makeKeys, claims } = this;
    this.add('integrator/admit', table.may('GetItem'), ...makeKeys, claims);
    this.add('integrator/list', table.query('list'), claims);
    this.add('integrator/revoke', table.may('UpdateItem'), claims);
  }

  /** What anyone may read. */
  private openData(): void {
    this.add('open/docs');
  }
}

/** A notice is written once; what becomes of it afterwards is its delivery's work. */
const NOTICE_WRITTEN = {
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: { NewImage: { kind: { S: FilterRule.isEqual('notice_outbox') } } },
};
