/** What can be read off: figures, oversight, bulletins, open data. */
import { Duration } from 'aws-cdk-lib';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';

import { followChanges } from '../construct/feed.ts';
import type { LoopGround } from '../loop-ground.ts';
import { WARNINGS } from '../warnings.table.ts';

/** A change of what figures are counted from. */
const COUNTED = {
  dynamodb: {
    NewImage: { kind: { S: FilterRule.or('case', 'invitation', 'rating', 'ticket') } },
  },
};

/** Every change of what is counted is folded into the figures, once; they are shown, and proved. */
export const figures = (flow: LoopGround): void => {
  const { table, claims, onCall } = flow;
  const failures = flow.deadChanges('FigureFailure', WARNINGS.figuresGivenUp);
  const counters = table.may('BatchGetItem', 'GetItem', 'PutItem', 'UpdateItem');
  const project = flow.add('aggregate/project', table.changes(), counters, failures.receive());
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
  flow.add('aggregate/figures', read, claims);
  flow.add('aggregate/recount', read, table.query('list'), claims);
};

/** The month as a workbook, a document, a page to print. */
export const bulletins = (flow: LoopGround): void => {
  flow.add('report/bulletin', flow.table.may('BatchGetItem', 'GetItem', 'Query'), flow.claims);
};

/** What anyone may read. */
export const openData = (flow: LoopGround): void => {
  flow.add('open/docs');
  flow.add('open/method', flow.table.may('GetItem', 'Query'));
  flow.add('open/scores', flow.table.may('BatchGetItem', 'GetItem', 'Query'));
};
