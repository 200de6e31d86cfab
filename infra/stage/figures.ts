/** Applies every change of a counted item to the figures, once; shows and verifies them. */
import { Duration } from 'aws-cdk-lib';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';

import { followChanges } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';
import { WARNINGS } from '../warnings.table.ts';

/** Changes of the items that figures count. */
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
    // A counter is written once for all changes of a batch, so batches of a minute cost a fraction
    // of batches of a second. The tumbling window makes Lambda pass the shard id.
    batchSize: 1000,
    maxBatchingWindow: Duration.minutes(1),
    tumblingWindow: Duration.minutes(2),
    // A skipped change is never counted, so processing waits until the function is repaired.
    retryAttempts: 10_000,
  });
  const read = table.may('BatchGetItem', 'GetItem', 'Query');
  flow.add('figures/staff', read, table.query('list'), claims);
};
