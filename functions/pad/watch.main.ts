import { now } from '../../shared/clock.ts';
import { openTable } from '../../shared/store/clients.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import { publish } from '../../shared/telemetry.ts';
import { env } from './env.ts';
import { watchPads } from './watch.ts';

const pads = padStore(openTable(env('watch')));
export const handler = watchPads({ now, pads, publish });
