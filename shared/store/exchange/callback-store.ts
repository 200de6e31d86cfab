import type { CenterCall, CenterCallStore } from '../../port/exchange/callback-store.ts';
import { getItem, putNew } from '../items.ts';
import type { ItemKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { storedCenterCall } from './schema.ts';

const callKey = ({ operation, id }: Pick<CenterCall, 'operation' | 'id'>): ItemKey => ({
  pk: `CENTERCALL#${operation}#${id}`,
  sk: 'CALL',
});

export const centerCallStore = (table: Table): CenterCallStore => ({
  find: (operation, id) => getItem(table, storedCenterCall, callKey({ operation, id })),

  async remember(call) {
    await putNew(table, { key: callKey(call), kind: storedCenterCall }, call);
  },
});
