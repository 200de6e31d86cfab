import type { LocalClock } from '../../clock.ts';
import type { ChangeStream, Faults, MappingDefinition } from '../../model.ts';
import type { Activity } from '../activity.ts';
import type { Deliver } from '../delivery.ts';
import type { Report } from '../event-source.ts';
import type { Matches } from '../pattern/pattern.ts';
import type { Discard } from './verdict.ts';

/** Shared by the shard readers and lanes of one stream source. */
export interface StreamParts {
  readonly mapping: MappingDefinition;
  readonly stream: ChangeStream;
  readonly clock: LocalClock;
  readonly faults: Faults;
  readonly activity: Activity;
  readonly passes: Matches;
  readonly deliver: Deliver;
  readonly report: Report;
  /** Resolves when the loss is reported to the on-failure queue; only then the lane continues. */
  readonly discard: (shard: string, discarded: Discard) => Promise<void>;
  /** The name of the table's partition key; lanes keep the order of each of its values. */
  readonly partitionKey: string | undefined;
}
