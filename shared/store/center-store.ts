import type { CenterHealth } from '../domain/center-health.ts';
import type { CenterAccess, CenterStore } from '../port/center-store.ts';
import { getItem, putNext } from './items.ts';
import { centerAccessKey, centerHealthKey } from './report-keys.ts';
import type { Table } from './table.ts';

export const centerStore = (table: Table): CenterStore => ({
  access: () => getItem<CenterAccess>(table, centerAccessKey),
  saveAccess: (next) => putNext(table, { key: centerAccessKey, kind: 'center_access' }, next),
  health: () => getItem<CenterHealth>(table, centerHealthKey),
  saveHealth: (next) => putNext(table, { key: centerHealthKey, kind: 'center_health' }, next),
});
