import { now } from '../../shared/clock.ts';
import { createTable } from '../../shared/store/clients.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import { publish } from '../../shared/telemetry.ts';
import { env } from './env.ts';
import { watchPads } from './watch.ts';

const pads = padStore(createTable(env('watch')));
export const handler = watchPads({ now, pads, publish });
