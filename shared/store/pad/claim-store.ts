import type { ClaimStore } from '../../port/pad/claim-store.ts';
import { getItem, putNew } from '../items.ts';
import type { Table } from '../table.ts';
import { claimKey } from './keys.ts';
import { storedPadClaim } from './schema.ts';

export const claimStore = (table: Table): ClaimStore => ({
  async bind(claim) {
    const put = await putNew(table, { key: claimKey(claim), kind: storedPadClaim }, claim);
    return put.ok ? claim : put.existing;
  },

  find: (key) => getItem(table, storedPadClaim, claimKey(key)),
});
