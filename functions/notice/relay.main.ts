import { env } from './env.ts';
import { createRelayDeps } from './relay-deps.ts';
import { relayChanges } from './relay.ts';

export const handler = relayChanges(createRelayDeps(env('relay')));
