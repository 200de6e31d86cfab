import { openTable } from '../../shared/store/clients.ts';
import { openBucket } from '../../shared/store/evidence/bucket.ts';
import { evidenceStore } from '../../shared/store/evidence/store.ts';
import { openRatingDoor } from '../rating/open-door.ts';
import type { ActionDoor } from '../ticket/act.ts';

/** The door with real stores and the real bucket behind it. */
export const openEvidenceDoor = (config: {
  TABLE_NAME: string;
  FIELD_KEY_ARN: string;
  CLAIM_PREFIX: string;
  EVIDENCE_BUCKET: string;
}): ActionDoor => ({
  ...openRatingDoor(config),
  evidence: evidenceStore(openTable(config), openBucket(config)),
  claimPrefix: config.CLAIM_PREFIX,
});
