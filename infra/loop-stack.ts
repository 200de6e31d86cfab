import { Duration } from 'aws-cdk-lib';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

import { beat, consumeQueue, followChanges } from './construct/feed.ts';
import { FlowStack } from './construct/flow-stack.ts';
import type { FlowStackProps } from './construct/flow-stack.ts';
import { ringForPads } from './construct/pad-alarms.ts';
import { WorkQueue } from './construct/work-queue.ts';
import { FUNCTIONS } from './functions.table.ts';
import { WARNINGS } from './warnings.table.ts';

/**
 * The system in flow order: one line per function with exactly what it is given. Facts about each
 * are in `functions.table.ts`, routes in `routes.ts`, the ground below in `construct/flow-stack.ts`.
 */
export class LoopStack extends FlowStack {
  constructor(scope: Construct, id: string, props: FlowStackProps) {
    super(scope, id, props);
    this.cases();
    this.ratings();
    this.entries();
    this.pads();
    this.tickets();
    this.escalation();
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
    const failures = this.deadLetters('ScheduleFailure', WARNINGS.beatsLost);
    const watch = this.add('pad/watch', table.query('list'), failures.receive());
    beat(watch, { every: Duration.minutes(5), failures });
    ringForPads(watch, this.onCall);
  }

  /** Handlers see the bad ratings that are theirs to answer. */
  private tickets(): void {
    const { table, keys, claims } = this;
    this.add('ticket/list', table.query('list'), claims);
    this.add('ticket/show', table.may('GetItem', 'Query'), ...keys, claims);
  }

  /** A new ticket is announced from the change stream and delivered to the department's inbox. */
  private escalation(): void {
    const { table, onCall, claims } = this;
    const notice = new WorkQueue(this, 'Notice', {
      onCall,
      consumerTimeout: Duration.seconds(FUNCTIONS['escalation/deliver'].seconds),
      urlVariable: 'NOTICE_QUEUE_URL',
      givenUp: WARNINGS.noticesGivenUp,
      late: WARNINGS.noticesLate,
    });
    const failures = this.deadLetters('StreamFailure', WARNINGS.changesGivenUp);
    const given = [table.changes(), notice.send(), failures.receive()];
    const announce = this.add('escalation/announce', ...given);
    const late = WARNINGS.changesLate;
    followChanges(announce, { table, failures, onCall, late, filter: TICKET_OPENED });

    const deliver = this.add('escalation/deliver', notice.consume(), table.may('PutItem'));
    consumeQueue(deliver, { source: notice, onCall, refused: WARNINGS.noticesRefused });
    this.add('escalation/inbox', table.may('Query'), claims);
  }

  /** Who may send. */
  private integrators(): void {
    const { table, makeKeys, claims } = this;
    this.add('integrator/admit', ...makeKeys, claims);
    this.add('integrator/list', table.query('list'), claims);
    this.add('integrator/revoke', table.may('UpdateItem'), claims);
  }

  /** What anyone may read. */
  private openData(): void {
    this.add('open/docs');
  }
}

/** Tickets are born once; their later changes are other stages' work. */
const TICKET_OPENED = {
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: { NewImage: { kind: { S: FilterRule.isEqual('ticket') } } },
};
