import type { Invited } from '../domain/invited.ts';
import type { InvitationStore } from '../port/invitation-store.ts';
import { invitationPlace } from './figure-keys.ts';
import { putNew } from './items.ts';
import type { Table } from './table.ts';

export const invitationStore = (table: Table): InvitationStore => ({
  async note(invited) {
    // Refused when the contact was invited before: the first invitation stays.
    await putNew<Invited>(table, invitationPlace(invited), invited);
  },
});
