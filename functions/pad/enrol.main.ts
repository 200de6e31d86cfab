import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { makeKeys, openTable } from '../../shared/store/clients.ts';
import { enrolPad } from './enrol.ts';
import { openPadDoor } from './open-door.ts';

const config = configOf('pad-enrol');
const keys = makeKeys(openTable(config), config);
export const handler = httpEdge(enrolPad({ ...openPadDoor(config), keys }));
