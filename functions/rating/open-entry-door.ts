import { openTable } from '../../shared/store/clients.ts';
import { entryStore } from '../../shared/store/rating/entry-store.ts';
import type { EntryDoor } from './enter.ts';
import { openRatingDoor } from './open-door.ts';

export const openEntryDoor = (config: {
  TABLE_NAME: string;
  FIELD_KEY_ARN: string;
  CLAIM_PREFIX: string;
}): EntryDoor => ({
  ...openRatingDoor(config),
  entries: entryStore(openTable(config)),
  claimPrefix: config.CLAIM_PREFIX,
});
