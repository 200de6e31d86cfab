import type { CenterStore } from '../../port/exchange/center-store.ts';
import { getItem, ofKind, partItems, putNext } from '../items.ts';
import type { Table } from '../table.ts';
import { centerAccessKey, centerHealthKey } from './keys.ts';
import { storedCenterAccess, storedCenterHealth } from './schema.ts';

export const centerStore = (table: Table): CenterStore => ({
  access: () => getItem(table, storedCenterAccess, centerAccessKey),
  saveAccess: (next) => putNext(table, { key: centerAccessKey, kind: storedCenterAccess }, next),
  health: () => getItem(table, storedCenterHealth, centerHealthKey),
  async standing() {
    const items = await partItems(table, { pk: centerAccessKey.pk });
    const [access] = ofKind(items, storedCenterAccess);
    const [health] = ofKind(items, storedCenterHealth);
    return { access, health };
  },
  saveHealth: (next) => putNext(table, { key: centerHealthKey, kind: storedCenterHealth }, next),
});
