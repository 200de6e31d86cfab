import type { Instant } from '../time/instant.ts';

/** 存储状态: whether a pad can store what residents press. */
export const storageStates = ['ok', 'broken'] as const;

/** What a pad says of its own queue, as of its last heartbeat. */
export interface PadHealth {
  readonly storage?: (typeof storageStates)[number] | undefined;
  /** Ratings that it could not store since it was enrolled. */
  readonly faults?: number | undefined;
  /** When the oldest rating in its queue was pressed, by its own clock. */
  readonly oldestAt?: Instant | undefined;
  /** Whether its browser promised to keep what it stored. */
  readonly persisted?: boolean | undefined;
  /** The version of the page. */
  readonly page?: string | undefined;
}
