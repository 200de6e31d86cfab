import type { InvitationStore } from '../../port/rating/invitation-store.ts';
import { getItem, putNew } from '../items.ts';
import type { Table } from '../table.ts';
import { invitationKey, invitationPlace } from './keys.ts';
import { storedInvitation } from './schema.ts';

export const invitationStore = (table: Table): InvitationStore => ({
  async note(invited) {
    // Refused when the contact was invited before: the first invitation stays.
    await putNew(table, invitationPlace(invited), invited);
  },

  find: (contact) => getItem(table, storedInvitation, invitationKey(contact)),
});
