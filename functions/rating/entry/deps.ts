import type { Env, StaffKeyEnv } from '../../../shared/env.ts';
import { createTable } from '../../../shared/store/clients.ts';
import { entryStore } from '../../../shared/store/rating/entry-store.ts';
import { createRatingDeps } from '../deps.ts';
import type { EntryDeps } from './enter.ts';

export const createEntryDeps = (config: Env<typeof StaffKeyEnv>): EntryDeps => ({
  ...createRatingDeps(config),
  entries: entryStore(createTable(config)),
});
