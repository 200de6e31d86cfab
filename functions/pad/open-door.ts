import { newId, now } from '../../shared/clock.ts';
import type { PadDoor } from '../../shared/http/pad/pad-door.ts';
import { replayGuard } from '../../shared/store/access/replay-guard.ts';
import { openKeys, openTable } from '../../shared/store/clients.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import type { PadAdminDoor } from './register.ts';

/** What every function needs that pads call, with real stores behind it. */
export const openPadDoor = (config: { TABLE_NAME: string; FIELD_KEY_ARN: string }): PadDoor => {
  const table = openTable(config);
  return {
    now,
    keys: openKeys(table, config),
    replay: replayGuard(table),
    pads: padStore(table),
  };
};

/** What every function needs that hall administrators call. */
export const openPadAdminDoor = (config: {
  TABLE_NAME: string;
  CLAIM_PREFIX: string;
}): PadAdminDoor => ({
  now,
  newId,
  pads: padStore(openTable(config)),
  claimPrefix: config.CLAIM_PREFIX,
});
