import { now } from '../../shared/clock.ts';
import { openTable } from '../../shared/store/clients.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { openIntegratorDoor } from '../integrator/open-door.ts';
import type { CaseDoor } from './receive-event.ts';

/** What every function needs that takes or shows cases, with real stores behind it. */
export const openCaseDoor = (config: { TABLE_NAME: string; FIELD_KEY_ARN: string }): CaseDoor => ({
  ...openIntegratorDoor(config),
  rulebook: rulebook(openTable(config), now),
});
