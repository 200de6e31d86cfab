import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

import { deltasOf } from '../../shared/domain/figures/contribution.ts';
import type { Source } from '../../shared/domain/figures/contribution.ts';
import { newSightings } from '../../shared/domain/figures/sighting.ts';
import { fromEpoch } from '../../shared/domain/time/instant.ts';
import type { ChangeDeltas, FigureStore } from '../../shared/port/figures/store.ts';
import { changedThing, madeAt, sequenceOf } from '../../shared/store/change.ts';

export interface ProjectDeps {
  readonly figures: Pick<FigureStore, 'apply'>;
}

/** A batch of one shard; the shard is only told to a function that works in windows of time. */
export type WindowedChanges = DynamoDBStreamEvent & { readonly shardId?: string };

export interface WindowedAnswer extends DynamoDBBatchResponse {
  /** Nothing is carried from batch to batch: what was counted stands in the counters themselves. */
  readonly state: object;
}

const counted = ['case', 'invitation', 'rating', 'ticket'] as const;
const isCounted = (kind: string): kind is Source['kind'] =>
  (counted as readonly string[]).includes(kind);

/** The stored thing before and after the change; of another kind, it is no source of figures. */
const sourceOf = (record: DynamoDBRecord, image: 'OldImage' | 'NewImage'): Source | undefined => {
  const thing = changedThing(record, image);
  // What an image holds is what its store wrote, by its kind.
  return thing !== undefined && isCounted(thing.kind) ? (thing as unknown as Source) : undefined;
};

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
 * Folds the changes of cases, invitations, ratings and tickets into the figures. A batch that fails
 * comes again, whole or in parts; every counter knows what it has taken. The batches of one shard must
 * come one after the other (parallelization factor 1), or a counter would pass over what it has not.
 */
export const projectChanges =
  (deps: ProjectDeps) =>
  async ({ Records, shardId }: WindowedChanges): Promise<WindowedAnswer> => {
    const changes = Records.map((record) => changeOf(record)).filter(tellsSomething);
    if (changes.length > 0) {
      if (shardId === undefined) throw new Error('changes came without the name of their shard');
      await deps.figures.apply(shardId, changes);
    }
    return { state: {}, batchItemFailures: [] };
  };
