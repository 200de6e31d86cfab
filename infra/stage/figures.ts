/** Every change of what is counted is folded into the figures, once; they are shown, and proved. */
import { Duration } from 'aws-cdk-lib';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';

import { followChanges } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';
import { WARNINGS } from '../warnings.table.ts';

/** A change of what figures are counted from. */
const COUNTED = {
  dynamodb: {
    NewImage: { kind: { S: FilterRule.or('case', 'invitation', 'rating', 'ticket') } },
  },
};

export const addFigures = (flow: LoopBase): void => {
  const { table, claims, onCall } = flow;
  const failures = flow.deadChanges('FigureFailure', WARNINGS.figuresGivenUp);
  const counters = table.may('BatchGetItem', 'GetItem', 'PutItem', 'UpdateItem');
  const project = flow.add('figures/project', table.changes(), counters, failures.receive());
  followChanges(project, {
    table,
    failures,
    onCall,
    late: WARNINGS.figuresLate,
    filters: [COUNTED],
    // A counter is written once for all changes of a batch, so a minute's batch costs a fraction of a
    // second's; windows of time are what makes Lambda tell the shard.
    batchSize: 1000,
    maxBatchingWindow: Duration.minutes(1),
    tumblingWindow: Duration.minutes(2),
    // A change that is passed over is never counted: rather wait for whoever repairs the function.
    retryAttempts: 10_000,
  });
  const read = table.may('BatchGetItem', 'GetItem', 'Query');
  flow.add('figures/staff', read, table.query('list'), claims);
};
