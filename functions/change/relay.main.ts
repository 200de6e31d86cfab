import { configOf } from '../../shared/config.ts';
import { openRelayDoor } from './open-relay-door.ts';
import { relayChanges } from './relay.ts';

export const handler = relayChanges(openRelayDoor(configOf('change-relay')));
