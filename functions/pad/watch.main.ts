import { now } from '../../shared/clock.ts';
import { createTable } from '../../shared/store/clients.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { pressStore } from '../../shared/store/pad/press-store.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import { publish } from '../../shared/telemetry.ts';
import { env } from './env.ts';
import { watchPads } from './watch.ts';

const table = createTable(env('watch'));
const [pads, presses] = [padStore(table), pressStore(table)];
const places = createPlaces(table, now);
export const handler = watchPads({ now, pads, presses, places, publish });
