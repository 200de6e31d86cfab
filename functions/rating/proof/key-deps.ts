import type { Env, KeyEnv } from '../../../shared/env.ts';
import { createKeyRing } from '../../../shared/store/clients.ts';
import { periodKeys } from '../../../shared/store/rating/period-keys.ts';
import type { Table } from '../../../shared/store/table.ts';

/** Builds the keys of every function that stores a rating. */
export const createRatingKeys = (table: Table, config: Env<typeof KeyEnv>) => {
  const keys = createKeyRing(table, config);
  return { keys, periodKeys: periodKeys(table, keys) };
};
