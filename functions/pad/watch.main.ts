import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { openTable } from '../../shared/store/clients.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import { publish } from '../../shared/telemetry.ts';
import { watchPads } from './watch.ts';

const pads = padStore(openTable(configOf('pad-watch')));
export const handler = watchPads({ now, pads, publish });
