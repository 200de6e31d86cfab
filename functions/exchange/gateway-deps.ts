import { now } from '../../shared/clock.ts';
import { readCenterAccess } from '../../shared/http/exchange/center-access.ts';
import { centerGateway, centerHttp } from '../../shared/http/exchange/center-gateway.ts';
import type { CenterGateway } from '../../shared/port/exchange/center-gateway.ts';
import { createKeyRing } from '../../shared/store/clients.ts';
import { centerStore } from '../../shared/store/exchange/center-store.ts';
import type { Table } from '../../shared/store/table.ts';

interface GatewayConfig {
  readonly FIELD_KEY_ARN: string;
  readonly CENTER_URL: string;
}

/** Creates the client of the center. It reads the credentials for each call. */
export const createGateway = (table: Table, config: GatewayConfig): CenterGateway =>
  centerGateway({
    url: config.CENTER_URL,
    now,
    http: centerHttp(),
    access: readCenterAccess(centerStore(table), createKeyRing(table, config)),
  });
