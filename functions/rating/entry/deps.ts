import { now } from '../../../shared/clock.ts';
import type { Env, StaffKeyEnv } from '../../../shared/env.ts';
import { createTable } from '../../../shared/store/clients.ts';
import { createPlaces } from '../../../shared/store/oversight/places.ts';
import { entryStore } from '../../../shared/store/rating/entry-store.ts';
import { createRatingDeps } from '../deps.ts';
import type { AwaitingDeps } from './awaiting.ts';
import type { EntryDeps } from './enter.ts';

export const createEntryDeps = (config: Env<typeof StaffKeyEnv>): EntryDeps & AwaitingDeps => ({
  ...createRatingDeps(config),
  entries: entryStore(createTable(config)),
  places: createPlaces(createTable(config), now),
});
