import type { CenterHealth } from '../../domain/exchange/center-health.ts';
import type { CenterAccess, CenterStore } from '../../port/exchange/center-store.ts';
import { getItem, ofKind, partItems, putNext } from '../items.ts';
import type { Table } from '../table.ts';
import { centerAccessKey, centerHealthKey } from './keys.ts';

export const centerStore = (table: Table): CenterStore => ({
  access: () => getItem<CenterAccess>(table, centerAccessKey),
  saveAccess: (next) => putNext(table, { key: centerAccessKey, kind: 'center_access' }, next),
  health: () => getItem<CenterHealth>(table, centerHealthKey),
  async standing() {
    const items = await partItems(table, { pk: centerAccessKey.pk });
    const [access] = ofKind<CenterAccess>(items, 'center_access');
    const [health] = ofKind<CenterHealth>(items, 'center_health');
    return { access, health };
  },
  saveHealth: (next) => putNext(table, { key: centerHealthKey, kind: 'center_health' }, next),
});
