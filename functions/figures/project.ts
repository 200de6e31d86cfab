import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

import { deltasOf, sourceKinds } from '../../shared/domain/figures/contribution.ts';
import type { Source } from '../../shared/domain/figures/contribution.ts';
import { newSightings } from '../../shared/domain/figures/sighting.ts';
import { fromEpoch } from '../../shared/domain/time/instant.ts';
import type { ChangeDeltas, FigureStore } from '../../shared/port/figures/store.ts';
import { changedItem, madeAt, sequenceOf } from '../../shared/store/change.ts';

export interface ProjectDeps {
  readonly figures: Pick<FigureStore, 'apply'>;
}

/** A batch of one shard. Lambda only passes the shard id with a tumbling window. */
export type WindowedChanges = DynamoDBStreamEvent & { readonly shardId?: string };

export interface WindowedAnswer extends DynamoDBBatchResponse {
  /** Always empty: no state passes between batches, the counters themselves hold it. */
  readonly state: object;
}

/** Returns the stored item before or after the change; undefined when its kind is not counted. */
const sourceOf = (record: DynamoDBRecord, image: 'OldImage' | 'NewImage'): Source | undefined =>
  changedItem(record, image, sourceKinds);

const changeOf = (record: DynamoDBRecord): ChangeDeltas => {
  const [before, after] = [sourceOf(record, 'OldImage'), sourceOf(record, 'NewImage')];
  return {
    sequence: sequenceOf(record),
    at: fromEpoch(madeAt(record)),
    deltas: deltasOf(before, after),
    members: newSightings(before, after),
  };
};

const tellsSomething = ({ deltas, members }: ChangeDeltas): boolean =>
  deltas.length + members.length > 0;

/**
 * Applies the changes of cases, invitations, ratings and tickets to the counters. A failed batch is
 * delivered again, whole or in parts; every counter stores what it has applied. Batches of one
 * shard must be sequential (parallelization factor 1), else a counter would skip changes that it
 * has not applied.
 */
export const projectChanges =
  (deps: ProjectDeps) =>
  async ({ Records, shardId }: WindowedChanges): Promise<WindowedAnswer> => {
    const changes = Records.map((record) => changeOf(record)).filter(tellsSomething);
    if (changes.length > 0) {
      if (shardId === undefined) throw new Error('the changes do not name their shard');
      await deps.figures.apply(shardId, changes);
    }
    return { state: {}, batchItemFailures: [] };
  };
