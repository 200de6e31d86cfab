import { now } from '../../shared/clock.ts';
import { listedName } from '../../shared/domain/area/place-list.ts';
import type { Env } from '../../shared/env.ts';
import { decryptAccess } from '../../shared/http/exchange/center-access.ts';
import { centerGateway, centerHttp } from '../../shared/http/exchange/center-gateway.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import { createKeyRing, createTable } from '../../shared/store/clients.ts';
import { centerStore } from '../../shared/store/exchange/center-store.ts';
import { reportStore } from '../../shared/store/exchange/store.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import type { Table } from '../../shared/store/table.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { publish } from '../../shared/telemetry.ts';
import type { envs } from './env.ts';
import type { SendDeps } from './sending.ts';

/** Returns the department's name from the newest case or rating that has it. */
const nameIn =
  (table: Table): SendDeps['departmentName'] =>
  async (creditCode, area) => {
    const members = await figureStore(table).members('department', [area.slice(0, 6)]);
    return members.find(({ id }) => id === creditCode)?.name;
  };

const codeIn =
  (table: Table): SendDeps['orgCode'] =>
  async (creditCode, area) => {
    const register = { noun: 'departments', area: area.slice(0, 6) } as const;
    const found = await registerStore(table).find(register);
    return found?.entries.find(({ code }) => code === creditCode)?.orgCode;
  };

const areaNameIn =
  (places: Places): SendDeps['areaName'] =>
  async (area) =>
    listedName(await places.now(), area);

export const createSendDeps = (config: Env<typeof envs.send>): SendDeps => {
  const table = createTable(config);
  const [keys, http] = [createKeyRing(table, config), centerHttp()];
  return {
    now,
    publish,
    keys,
    center: centerStore(table),
    chance: Math.random,
    ratings: ratingStore(table),
    tickets: ticketStore(table),
    reports: reportStore(table),
    departmentName: nameIn(table),
    orgCode: codeIn(table),
    areaName: areaNameIn(createPlaces(table, now)),
    gatewayOf: (access) =>
      centerGateway({
        url: config.CENTER_URL,
        now,
        http,
        access: async () => access && decryptAccess(access, keys),
      }),
  };
};
