import { now } from '../../shared/clock.ts';
import { openCenterAccess } from '../../shared/http/exchange/center-access.ts';
import { centerGateway, centerHttp } from '../../shared/http/exchange/center-gateway.ts';
import type { CenterGateway } from '../../shared/port/exchange/center-gateway.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { openKeys, openTable } from '../../shared/store/clients.ts';
import { centerStore } from '../../shared/store/exchange/center-store.ts';
import { reportStore } from '../../shared/store/exchange/store.ts';
import { periodStore } from '../../shared/store/period/store.ts';
import { dayRecords } from '../../shared/store/reconciliation/day-records.ts';
import { differenceStore } from '../../shared/store/reconciliation/difference-store.ts';
import type { Table } from '../../shared/store/table.ts';
import { stepBook } from '../../shared/store/ticket/step-ledger.ts';
import type { ReconcileDoor } from './reconcile-day.ts';
import type { SendEditionDoor } from './send-edition.ts';

interface GatewayConfig {
  readonly TABLE_NAME: string;
  readonly FIELD_KEY_ARN: string;
  readonly CENTER_URL: string;
}

const openGateway = (table: Table, config: GatewayConfig): CenterGateway =>
  centerGateway({
    url: config.CENTER_URL,
    now,
    http: centerHttp(),
    access: openCenterAccess(centerStore(table), openKeys(table, config)),
  });

/** What sends a month to the center. */
export const openSubmitDoor = (config: GatewayConfig): SendEditionDoor => {
  const table = openTable(config);
  return { now, periods: periodStore(table), gateway: openGateway(table, config) };
};

/** What asks the center about a day, and compares. */
export const openReconcileDoor = (config: GatewayConfig): ReconcileDoor & SendEditionDoor => {
  const table = openTable(config);
  return {
    now,
    gateway: openGateway(table, config),
    cases: caseStore(table),
    periods: periodStore(table),
    records: dayRecords(table),
    stepBook: stepBook(table),
    reports: reportStore(table),
    differences: differenceStore(table),
  };
};
