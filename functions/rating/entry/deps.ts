import { now } from '../../../shared/clock.ts';
import type { Env } from '../../../shared/env.ts';
import { createTable } from '../../../shared/store/clients.ts';
import { messageStore } from '../../../shared/store/message/store.ts';
import { createPlaces } from '../../../shared/store/oversight/places.ts';
import { entryStore } from '../../../shared/store/rating/entry-store.ts';
import { createRatingDeps } from '../deps.ts';
import type { envs } from '../env.ts';
import type { AwaitingDeps } from './awaiting.ts';
import type { EntryDeps } from './enter.ts';
import type { ShowEntryDeps } from './show.ts';

export const createEntryDeps = (
  config: Env<typeof envs.staff>,
): EntryDeps & AwaitingDeps & ShowEntryDeps => ({
  ...createRatingDeps(config),
  entries: entryStore(createTable(config)),
  messages: messageStore(createTable(config)),
  sendsMessages: config.MESSAGE_CHANNEL !== 'off',
  places: createPlaces(createTable(config), now),
});
