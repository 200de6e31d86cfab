import type { InvitationStore } from '../../port/rating/invitation-store.ts';
import { putNew } from '../items.ts';
import type { Table } from '../table.ts';
import { invitationPlace } from './keys.ts';

export const invitationStore = (table: Table): InvitationStore => ({
  async note(invited) {
    // Refused when the contact was invited before: the first invitation stays.
    await putNew(table, invitationPlace(invited), invited);
  },
});
